package id.tanggap.rest.sent;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jspecify.annotations.Nullable;

/** However people write them; without a country's code they are of Indonesia. */
public final class PhoneNumbers {
    private static final String COUNTRY = "ID";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * In the one form in which a number is kept, such as +6281234567890.
     *
     * @return null when nobody can be called at it
     */
    public static @Nullable String e164(String written) {
        try {
            var number = NUMBERS.parse(written, COUNTRY);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException noNumber) {
            return null;
        }
    }
}
