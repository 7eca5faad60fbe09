/** The kit of the pages for people: layout, forms, languages, navigation, and what features bring to shared pages. */
@NullMarked
package pujiang.web.page;

import org.jspecify.annotations.NullMarked;
