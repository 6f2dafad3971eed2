package org.ausfall.cli.start;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Makes each lambda a class of its own, as compilers did before Java had a way to make these when a program first comes to them. Java
 * takes a fifth of a millisecond for that at each start, for each of a report's 800; a class in an archive takes a tenth of it. Lambdas
 * of a rarer kind (serializable, or with several interfaces) and those of classes for Java 10 and older, which cannot let another class
 * at what is private, stay what they are.
 */
final class PlainLambdas {
    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";

    private final SortedMap<String, byte[]> classes = new TreeMap<>();

    /** New classes by the class in whose nest they are, because they call what is private. */
    private final SortedMap<String, List<String>> nests = new TreeMap<>();

    private PlainLambdas() {}

    /** These classes and the new ones, by their internal names. */
    static SortedMap<String, byte[]> in(Map<String, byte[]> given) {
        PlainLambdas plain = new PlainLambdas();
        plain.classes.putAll(given);
        given.values().stream().filter(PlainLambdas::mayHaveLambdas).forEach(plain::rewrite);
        plain.nests.forEach(plain::enlarge);
        return plain.classes;
    }

    private static boolean mayHaveLambdas(byte[] bytes) {
        int major = (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff);
        return major >= Opcodes.V11 && new String(bytes, StandardCharsets.ISO_8859_1).contains(METAFACTORY);
    }

    private void rewrite(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        Host host = new Host(writer);
        reader.accept(host, 0);
        if (host.lambdas > 0) {
            classes.put(reader.getClassName(), writer.toByteArray());
        }
    }

    private void enlarge(String name, List<String> members) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classes.get(name)).accept(new Nest(writer, members), 0);
        classes.put(name, writer.toByteArray());
    }

    /** A class whose lambdas become classes. */
    private final class Host extends ClassVisitor {
        private int version;
        private String name = "";
        private String nest = "";
        private int lambdas;

        Host(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.version = version;
            this.name = name;
            nest = name;
            super.visit(version, access, name, signature, superName, interfaces);
        }

        @Override
        public void visitNestHost(String nestHost) {
            nest = nestHost;
            super.visitNestHost(nestHost);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, method, descriptor, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String sam, String made, Handle maker, Object... arguments) {
                    if (maker.getOwner().equals(METAFACTORY)
                            && maker.getName().equals("metafactory")
                            && isCalledPlainly((Handle) arguments[1])) {
                        String plain = add(sam, made, arguments);
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, plain, LambdaClass.FACTORY, made, false);
                    } else {
                        super.visitInvokeDynamicInsn(sam, made, maker, arguments);
                    }
                }
            };
        }

        /** Not a method of a class above, as it was before it was overridden. */
        private boolean isCalledPlainly(Handle body) {
            return body.getTag() != Opcodes.H_INVOKESPECIAL || body.getOwner().equals(name);
        }

        private String add(String sam, String made, Object... arguments) {
            String plain = name + "$$L" + lambdas++;
            LambdaClass lambda = new LambdaClass(plain, made, (Handle) arguments[1]);
            classes.put(plain, lambda.write(version, nest, sam, (Type) arguments[0], (Type) arguments[2]));
            nests.computeIfAbsent(nest, host -> new ArrayList<>()).add(plain);
            return plain;
        }
    }

    /** The class that says who is in its nest. */
    private static final class Nest extends ClassVisitor {
        private final List<String> members;

        Nest(ClassWriter writer, List<String> members) {
            super(Opcodes.ASM9, writer);
            this.members = members;
        }

        @Override
        public void visitEnd() {
            members.forEach(super::visitNestMember);
            super.visitEnd();
        }
    }
}
