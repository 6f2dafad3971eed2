package org.ausfall.cli.start;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns the value on top of the stack into one of another type, as Java's language does where a value is handed over. */
final class Conversion {
    private static final List<Type> PRIMITIVES = List.of(
            Type.BOOLEAN_TYPE,
            Type.CHAR_TYPE,
            Type.BYTE_TYPE,
            Type.SHORT_TYPE,
            Type.INT_TYPE,
            Type.FLOAT_TYPE,
            Type.LONG_TYPE,
            Type.DOUBLE_TYPE);

    /** In the same order. */
    private static final List<Type> BOXES = List.of(
            Type.getType(Boolean.class),
            Type.getType(Character.class),
            Type.getType(Byte.class),
            Type.getType(Short.class),
            Type.getType(Integer.class),
            Type.getType(Float.class),
            Type.getType(Long.class),
            Type.getType(Double.class));

    /** What a value of no known box is taken for where a number is wanted: an Integer serves as a double, too. */
    private static final Type ANY_NUMBER = Type.getType(Number.class);

    private Conversion() {}

    static void write(MethodVisitor code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (PRIMITIVES.contains(from)) {
            Type primitive = PRIMITIVES.contains(to) ? to : unboxed(to).orElse(from);
            widen(code, from, primitive);
            if (!primitive.equals(to)) {
                box(code, primitive);
            }
        } else if (PRIMITIVES.contains(to)) {
            Optional<Type> primitive = unboxed(from);
            if (primitive.isPresent()) {
                unbox(code, boxed(primitive.get()), primitive.get());
                widen(code, primitive.get(), to);
            } else {
                Type box = to.equals(Type.BOOLEAN_TYPE) || to.equals(Type.CHAR_TYPE) ? boxed(to) : ANY_NUMBER;
                code.visitTypeInsn(Opcodes.CHECKCAST, box.getInternalName());
                unbox(code, box, to);
            }
        } else {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static Type boxed(Type primitive) {
        return BOXES.get(PRIMITIVES.indexOf(primitive));
    }

    private static Optional<Type> unboxed(Type type) {
        int index = BOXES.indexOf(type);
        return index < 0 ? Optional.empty() : Optional.of(PRIMITIVES.get(index));
    }

    private static void box(MethodVisitor code, Type primitive) {
        Type box = boxed(primitive);
        String descriptor = Type.getMethodDescriptor(box, primitive);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", descriptor, false);
    }

    private static void unbox(MethodVisitor code, Type box, Type primitive) {
        String method = primitive.getClassName() + "Value";
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, box.getInternalName(), method, Type.getMethodDescriptor(primitive), false);
    }

    /** To the same primitive type or a wider one; up to 32 bits all are the same to the machine. */
    private static void widen(MethodVisitor code, Type from, Type to) {
        if (from.equals(to) || to.getSort() <= Type.INT) {
            return;
        }
        code.visitInsn(
                switch (from.getSort()) {
                    case Type.LONG -> to.equals(Type.FLOAT_TYPE) ? Opcodes.L2F : Opcodes.L2D;
                    case Type.FLOAT -> Opcodes.F2D;
                    default ->
                        switch (to.getSort()) {
                            case Type.LONG -> Opcodes.I2L;
                            case Type.FLOAT -> Opcodes.I2F;
                            default -> Opcodes.I2D;
                        };
                });
    }
}
