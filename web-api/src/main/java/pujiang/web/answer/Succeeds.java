package pujiang.web.answer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a handler answers when it succeeds, for the description of the interface. Without it: 200, and no ETag. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Succeeds {

    /** The status codes that it answers with. */
    int[] status() default 200;

    /** Whether the answer carries an ETag. */
    boolean tagged() default false;

    /** Whether Location names something other than what a 201 has created. */
    boolean located() default false;

    /** Whether Link always names where to read on, from the end too. */
    boolean next() default false;

    /** The media type of a body that the handler writes itself; empty where the answer is a value. */
    String media() default "";
}
