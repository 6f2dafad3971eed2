package org.ausfall.report.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.runtime.Constants;
import gg.jte.runtime.Template;
import java.util.Map;

/** Fills a page's template; everything that was read is escaped. */
final class PageText {
    private static final String TEMPLATES = "org.ausfall.report.html.template.";

    private PageText() {}

    /**
     * The page as text. The compiled template is found here and not by jte's engine, which joins its name in a way that takes Java
     * 10 ms to set up.
     *
     * @param name of the template, without its ending
     * @param parameters what the template takes
     */
    static String of(String name, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        try {
            Class<?> compiled = Class.forName(TEMPLATES + Constants.CLASS_PREFIX + name + Constants.CLASS_SUFFIX);
            new Template(name, compiled).renderMap(new OwaspHtmlTemplateOutput(output), null, parameters);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot render " + name, e);
        }
        return output.toString();
    }
}
