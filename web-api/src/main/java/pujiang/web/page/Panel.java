package pujiang.web.page;

/**
 * A part of a page that a feature brings along.
 *
 * @param rank where it stands among the others
 * @param template that draws it, by its fragment {@code panel}
 * @param model what the fragment is given
 */
public record Panel(int rank, String template, Record model) {}
