package id.tanggap.masking.shape;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;

/** Whether digits are a telephone number: of a mobile by its beginning, of another by the plan of its country. */
final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern MOBILE = Pattern.compile("(?:(?:00)?620?|0)8[1-9]\\d{7,10}");
    private static final Pattern LANDLINE = Pattern.compile("(?:0|\\+?620?)(?:2[124]|31|61|[2-9]\\d{2})\\d{5,8}");
    /** Of emergency and of call centres, which are everybody's. */
    private static final Pattern PUBLIC = Pattern.compile("1[01]\\d|119|1[45]\\d{2,5}|1500\\d{0,3}|0800\\d*|0804\\d*");

    private Phones() {}

    static boolean isMobile(String digits) {
        return MOBILE.matcher(digits).matches();
    }

    static boolean isLandline(String digits) {
        return LANDLINE.matcher(digits).matches() && isValid(digits);
    }

    /** Of another country, with its code. */
    static boolean isForeign(String digits) {
        return digits.length() >= 9 && !digits.startsWith("0") && isValid("+" + digits);
    }

    /** Of another country, with the two noughts that lead abroad instead of the plus. */
    static boolean isForeignFromHere(String digits) {
        return digits.startsWith("00") && isForeign(digits.substring(2));
    }

    static boolean isPublic(String digits) {
        return PUBLIC.matcher(digits).matches();
    }

    private static boolean isValid(String digits) {
        try {
            var number = NUMBERS.parse(digits.startsWith("62") ? "+" + digits : digits, "ID");
            return NUMBERS.isValidNumber(number);
        } catch (NumberParseException noNumber) {
            return false;
        }
    }
}
