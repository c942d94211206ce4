package meshadvisor.format;

import meshadvisor.format.Screen.Paint;

/** How loud a line is. Colour repeats what the words already say. */
enum Tone {
    PLAIN(""), STRONG("1"), ERROR("1;31"), WARNING("33");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    String on(Paint paint, String text) {
        return switch (paint) {
            case PLAIN -> text;
            case COLOUR -> code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        };
    }
}
