package pujiang.host.demo;

/** The demo cannot go on; the message says at which step and why. The exchange itself stays up. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String message) {
        super(message, null, false, false);
    }
}
