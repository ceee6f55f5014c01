package id.tanggap.channel;

/** What came of fetching a file that a citizen sent. */
public sealed interface Fetched {
    record Content(byte[] bytes) implements Fetched {
        @Override
        public String toString() {
            return "Content[" + bytes.length + " bytes]";
        }
    }

    /** It holds more than was asked for. */
    record TooLarge() implements Fetched {}

    /** The provider does not have it, or no more. */
    record Gone() implements Fetched {}

    /** It may come later, or when an operator has seen to it. */
    record Failed(Fault fault, String cause) implements Fetched {}
}
