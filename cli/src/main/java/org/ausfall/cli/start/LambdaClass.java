package org.ausfall.cli.start;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The class that a lambda becomes: it holds the values that the lambda captures and calls the method with the lambda's body. */
final class LambdaClass {
    /** The static method that takes what is captured and returns the lambda; one that captures nothing is always the same. */
    static final String FACTORY = "of";

    private static final String OBJECT = "java/lang/Object";
    private static final String INIT = "<init>";
    private static final String NO_ARGUMENTS = "()V";
    private static final String ONE = "one";

    private final String name;
    private final Type self;
    private final String factory;
    private final Type[] captured;
    private final Handle body;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);

    /**
     * @param name of the new class
     * @param factory captured types to the interface, as a descriptor
     * @param body what is called
     */
    LambdaClass(String name, String factory, Handle body) {
        this.name = name;
        this.self = Type.getObjectType(name);
        this.factory = factory;
        this.captured = Type.getArgumentTypes(factory);
        this.body = body;
    }

    /**
     * The class in bytes.
     *
     * @param method the only one of the interface that has no body
     * @param declared its parameters and result as declared
     * @param actual the same with type parameters filled in
     */
    byte[] write(int version, String nest, String method, Type declared, Type actual) {
        String type = Type.getReturnType(factory).getInternalName();
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        writer.visit(version, access, name, null, OBJECT, new String[] {type});
        writer.visitNestHost(nest);
        writeConstructor();
        writeFactory();
        writeMethod(method, declared, actual);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private String constructor() {
        return Type.getMethodDescriptor(Type.VOID_TYPE, captured);
    }

    private void writeConstructor() {
        MethodVisitor code = begin(Opcodes.ACC_PRIVATE, INIT, constructor());
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, INIT, NO_ARGUMENTS, false);
        int variable = 1;
        for (int i = 0; i < captured.length; i++) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            writer.visitField(access, field(i), captured[i].getDescriptor(), null, null)
                    .visitEnd();
            code.visitVarInsn(Opcodes.ALOAD, 0);
            variable = load(code, captured[i], variable);
            code.visitFieldInsn(Opcodes.PUTFIELD, name, field(i), captured[i].getDescriptor());
        }
        end(code, Type.VOID_TYPE);
    }

    private static String field(int i) {
        return "captured" + i;
    }

    private void writeFactory() {
        if (captured.length == 0) {
            writeOne();
        }
        MethodVisitor code = begin(Opcodes.ACC_STATIC, FACTORY, factory);
        if (captured.length == 0) {
            code.visitFieldInsn(Opcodes.GETSTATIC, name, ONE, self.getDescriptor());
        } else {
            construct(code);
        }
        end(code, self);
    }

    private void writeOne() {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, ONE, self.getDescriptor(), null, null).visitEnd();
        MethodVisitor code = begin(Opcodes.ACC_STATIC, "<clinit>", NO_ARGUMENTS);
        construct(code);
        code.visitFieldInsn(Opcodes.PUTSTATIC, name, ONE, self.getDescriptor());
        end(code, Type.VOID_TYPE);
    }

    private void construct(MethodVisitor code) {
        code.visitTypeInsn(Opcodes.NEW, name);
        code.visitInsn(Opcodes.DUP);
        int variable = 0;
        for (Type type : captured) {
            variable = load(code, type, variable);
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, name, INIT, constructor(), false);
    }

    private void writeMethod(String method, Type declared, Type actual) {
        MethodVisitor code = begin(Opcodes.ACC_PUBLIC, method, declared.getDescriptor());
        if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.visitTypeInsn(Opcodes.NEW, body.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        List<Type> parameters = parameters();
        for (int i = 0; i < captured.length; i++) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, name, field(i), captured[i].getDescriptor());
            Conversion.write(code, captured[i], parameters.get(i));
        }
        int variable = 1;
        for (int i = 0; i < declared.getArgumentTypes().length; i++) {
            Type from = declared.getArgumentTypes()[i];
            variable = load(code, from, variable);
            Conversion.write(code, from, actual.getArgumentTypes()[i]);
            Conversion.write(code, actual.getArgumentTypes()[i], parameters.get(captured.length + i));
        }
        code.visitMethodInsn(call(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        Type result = declared.getReturnType();
        if (result.equals(Type.VOID_TYPE)) {
            drop(code);
        } else {
            Conversion.write(code, result(), actual.getReturnType());
            Conversion.write(code, actual.getReturnType(), result);
        }
        end(code, result);
    }

    /** What the body takes, with the object it is a method of. */
    private List<Type> parameters() {
        List<Type> all = new ArrayList<>();
        if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            all.add(Type.getObjectType(body.getOwner()));
        }
        all.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return all;
    }

    private Type result() {
        return body.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(body.getOwner())
                : Type.getReturnType(body.getDesc());
    }

    /** Private methods of another class of the nest are called like any other. */
    private int call() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private void drop(MethodVisitor code) {
        if (result().getSize() == 1) {
            code.visitInsn(Opcodes.POP);
        } else if (result().getSize() == 2) {
            code.visitInsn(Opcodes.POP2);
        }
    }

    private static int load(MethodVisitor code, Type type, int variable) {
        code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
        return variable + type.getSize();
    }

    private MethodVisitor begin(int access, String method, String descriptor) {
        MethodVisitor code = writer.visitMethod(access, method, descriptor, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code, Type result) {
        code.visitInsn(result.getOpcode(Opcodes.IRETURN));
        code.visitMaxs(0, 0);
        code.visitEnd();
    }
}
