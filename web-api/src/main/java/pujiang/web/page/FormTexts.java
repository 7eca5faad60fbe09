package pujiang.web.page;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Browsers end the lines of a form's text by CR LF (HTML, 4.10.21.8); inside the house a line ends by LF. */
@ControllerAdvice(annotations = PageController.class)
class FormTexts {

    @InitBinder
    void lines(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.replace("\r\n", "\n"));
            }
        });
    }
}
