package io.github.connectapi.integration.api;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The public API of the published modules, read from their class files.
 */
final class PublicClasses {

	private static final String CLASSES = "classpath*:io/github/connectapi/**/*.class";

	private static final Set<String> OF_EACH_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");

	private static final Set<String> OF_EACH_ENUM = Set.of("values()", "valueOf(String)");

	private final Map<String, ClassFile> classes = new TreeMap<>();

	private PublicClasses(Collection<ClassFile> classes) {
		classes.forEach((type) -> this.classes.put(type.name, type));
	}

	/**
	 * Return the public types of the published modules that are not marked as internal.
	 * @return the types
	 * @throws IOException if a class file cannot be read
	 */
	static SortedSet<ApiType> read() throws IOException {
		String own = PublicClasses.class.getProtectionDomain().getCodeSource().getLocation().toString();
		Set<ClassFile> classes = new TreeSet<>();
		for (Resource resource : new PathMatchingResourcePatternResolver().getResources(CLASSES)) {
			if (!resource.getURL().toString().startsWith(own)) {
				classes.add(ClassFile.read(resource.getContentAsByteArray()));
			}
		}
		return read(classes);
	}

	static SortedSet<ApiType> read(Collection<ClassFile> classes) {
		PublicClasses all = new PublicClasses(classes);
		SortedSet<ApiType> types = new TreeSet<>();
		for (ClassFile type : all.classes.values()) {
			if (all.isPublic(type)) {
				int end = type.name.lastIndexOf('/');
				types.add(new ApiType(type.name.substring(0, end).replace('/', '.'),
						type.name.substring(end + 1).replace('$', '.'), type.members()));
			}
		}
		return types;
	}

	private boolean isPublic(@Nullable ClassFile type) {
		return type != null && !type.internal && isVisible(type.access)
				&& (type.outer == null || isPublic(this.classes.get(type.outer)));
	}

	private static boolean isVisible(int access) {
		return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
	}

	/**
	 * What a class file says about a type.
	 */
	static final class ClassFile extends ClassVisitor implements Comparable<ClassFile> {

		private final SortedSet<String> members = new TreeSet<>();

		private String name = "";

		private int access;

		private boolean internal;

		private @Nullable String outer;

		private ClassFile() {
			super(Opcodes.ASM9);
		}

		static ClassFile read(byte[] bytes) {
			ClassFile type = new ClassFile();
			new ClassReader(bytes).accept(type,
					ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
			return type;
		}

		SortedSet<String> members() {
			SortedSet<String> own = new TreeSet<>(this.members);
			own.removeAll(OF_EACH_OBJECT);
			if ((this.access & Opcodes.ACC_ENUM) != 0) {
				own.removeAll(OF_EACH_ENUM);
			}
			return own;
		}

		@Override
		public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
				String @Nullable [] interfaces) {
			this.name = name;
			this.access = access;
		}

		@Override
		public void visitInnerClass(String name, @Nullable String outerName, @Nullable String innerName, int access) {
			if (name.equals(this.name)) {
				this.access = (innerName != null) ? access : 0;
				this.outer = outerName;
			}
		}

		@Override
		public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			this.internal |= isInternal(descriptor);
			return null;
		}

		@Override
		public FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
				@Nullable Object value) {
			if (isVisible(access)) {
				this.members.add(name);
			}
			return new FieldVisitor(Opcodes.ASM9) {

				@Override
				public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
					removeInternal(annotation, name);
					return null;
				}

			};
		}

		@Override
		public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
				String @Nullable [] exceptions) {
			String simpleName = this.name
				.substring(Math.max(this.name.lastIndexOf('/'), this.name.lastIndexOf('$')) + 1);
			String member = signature(name.equals("<init>") ? "new " + simpleName : name, descriptor);
			if (isVisible(access)) {
				this.members.add(member);
			}
			return new MethodVisitor(Opcodes.ASM9) {

				@Override
				public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
					removeInternal(annotation, member);
					return null;
				}

			};
		}

		private void removeInternal(String annotation, String member) {
			if (isInternal(annotation)) {
				this.members.remove(member);
			}
		}

		private static boolean isInternal(String descriptor) {
			return descriptor.startsWith("Lio/github/connectapi/") && descriptor.endsWith("/Internal;");
		}

		private static String signature(String name, String descriptor) {
			StringBuilder text = new StringBuilder(name).append('(');
			for (Type parameter : Type.getArgumentTypes(descriptor)) {
				String type = parameter.getClassName();
				text.append((text.charAt(text.length() - 1) != '(') ? ", " : "")
					.append(type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1));
			}
			return text.append(')').toString();
		}

		@Override
		public int compareTo(ClassFile other) {
			return this.name.compareTo(other.name);
		}

	}

}
