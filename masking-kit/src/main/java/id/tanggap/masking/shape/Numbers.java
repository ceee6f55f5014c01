package id.tanggap.masking.shape;

import static java.util.Objects.requireNonNull;

import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of the register, of telephones, customers, banks and others, however their digits are grouped. */
public final class Numbers implements Finder {
    private static final int IDENTITY_DIGITS = 16;
    private static final int MOST_DIGITS = 18;
    private static final int LONG = 9;
    private static final int TOLD_FAR = 10;
    private static final int LONG_GROUP = 6;
    private static final Pattern COMPACT = Pattern.compile("\\d+(?:[-.]\\d+)+");
    private static final Pattern OR = Pattern.compile(
            "(?: ?\\([^)]{0,20}\\))?[ ,]{0,2}(?:atau|dan|/|&|sama|serta|kalih|karo|bukan|mestinya|harusnya)?(?: yang| yg)? ?(?:[a-z]{1,2}-)?");
    /** Province, regency, district, day of birth (of women plus forty), month, year, serial. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?:1[1-9]|2[01]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\\d{4}(?:[04][1-9]|[1256]\\d|[37][01])(?:0[1-9]|1[0-2])\\d{6}");

    private static final int LONGEST_LINK = 40;
    private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.)\\S*$");
    private static final Pattern EXTENSION = Pattern.compile(" ?(?:ext|ekst|pswt|pesawat)\\.? ?\\d{1,4}");
    private static final Pattern LETTERS_BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}])[a-z]{1,2}[ .-]?$");

    @Override
    public void find(Folded text, Claims claims) {
        Search last = null;
        for (var chain : Chain.of(text, claims)) {
            var search = new Search(text, claims, chain, cue(text, chain, last));
            search.run();
            last = search;
        }
    }

    /** "Telepon 716543 atau 655123": what tells of the one tells of the other. */
    private static @Nullable Cue cue(Folded text, Chain chain, @Nullable Search last) {
        var cue = Cue.before(text.lower(), chain.from());
        return cue == null
                        && last != null
                        && OR.matcher(text.lower().substring(last.chain.to(), chain.from()))
                                .matches()
                ? last.cue
                : cue;
    }

    private record Search(
            Folded text,
            Claims claims,
            Chain chain,
            @Nullable Cue cue) {
        void run() {
            for (int first = 0; first < chain.size(); ) {
                var behind = behind(first, first == 0 ? cue : null);
                first = behind > first ? behind : first + 1;
            }
        }

        /** Marks what begins at the group, and tells behind which group it ends; the group itself if nothing does. */
        private int behind(int first, @Nullable Cue begin) {
            if (begin != null && isWhole(begin)) {
                return told(first, begin);
            }
            for (int behind = longest(first); behind > first; behind--) {
                var kind = kind(first, behind, begin);
                if (kind != null) {
                    mark(kind, first, behind);
                    return behind;
                }
            }
            var told = begin == null ? far(first) : begin;
            return told == null ? first : told(first, told);
        }

        /** Whoever writes ten digits and more means somebody's number, if the sentence speaks of one. */
        private @Nullable Cue far(int first) {
            var behind = longest(first);
            return chain.digits(first, behind).length() < TOLD_FAR || chain.isYears(first, behind)
                    ? null
                    : Cue.around(
                            text.lower(),
                            chain.groups().get(first).from(),
                            chain.groups().get(behind - 1).to());
        }

        /** All that stands there is one number of the told kind, whatever its parts look like. */
        private boolean isWhole(Cue begin) {
            return !begin.isReference()
                    && begin.kind() != Kind.TELEPHONE
                    && begin.kind() != Kind.IDENTITY_NUMBER
                    && chain.size() > 1
                    && begin.fits(chain.digits(0, chain.size()).length());
        }

        private int longest(int first) {
            var digits = 0;
            var behind = first;
            while (behind < chain.size() && digits + length(behind) <= MOST_DIGITS) {
                digits += length(behind++);
            }
            return Math.max(behind, first + 1);
        }

        private int length(int group) {
            return chain.groups().get(group).digits().length();
        }

        private @Nullable Kind kind(int first, int behind, @Nullable Cue cue) {
            var digits = chain.digits(first, behind);
            if (digits.length() == IDENTITY_DIGITS
                    && IDENTITY.matcher(digits).matches()
                    && !isCue(cue, Kind.BANK_ACCOUNT)) {
                return Kind.IDENTITY_NUMBER;
            }
            if (isPhone(digits, first, behind)) {
                return cue != null && cue.isOfAccount() ? cue.kind() : Kind.TELEPHONE;
            }
            return behind == first + 1 || isCompact(first, behind) ? alone(digits, first, cue) : null;
        }

        private boolean isPhone(String digits, int first, int behind) {
            if (digits.length() < LONG || chain.countsUp(first, behind) || Phones.isPublic(digits)) {
                return false;
            }
            return Phones.isMobile(digits)
                    || (isGroupedAsLandline(first, behind) && Phones.isLandline(digits))
                    || (hasPlus(first) && Phones.isForeign(digits))
                    || (chain.size() > 1 && Phones.isForeignFromHere(digits));
        }

        /** The code of the area is a group of its own, or all is one. */
        private boolean isGroupedAsLandline(int first, int behind) {
            return behind == first + 1 || length(first) > 2 || length(first) == 2 && length(first + 1) > 2;
        }

        private boolean hasPlus(int first) {
            var from = chain.groups().get(first).from();
            return from > 0 && text.text().charAt(from - 1) == '+';
        }

        /** Groups that hang together by dashes or stops, one of them long: the number of some account. */
        private boolean isCompact(int first, int behind) {
            return chain.groups().subList(first, behind).stream()
                            .anyMatch(group -> group.digits().length() >= LONG_GROUP)
                    && chain.digits(first, behind).length() >= TOLD_FAR
                    && COMPACT.matcher(text.lower()
                                    .substring(
                                            chain.groups().get(first).from(),
                                            chain.groups().get(behind - 1).to()))
                            .matches();
        }

        /** One number that nothing tells, but that is too long to be anything but somebody's. */
        private @Nullable Kind alone(String digits, int first, @Nullable Cue cue) {
            if (digits.length() < LONG || cue != null || far(first) != null || isInLink(first)) {
                return null;
            }
            return Phones.isMobile("0" + digits) ? Kind.TELEPHONE : Kind.NUMBER;
        }

        private boolean isInLink(int first) {
            var before = text.lower()
                    .substring(
                            Math.max(0, chain.groups().get(first).from() - LONGEST_LINK),
                            chain.groups().get(first).from());
            return LINK.matcher(before).find();
        }

        /** As far as a number of the told kind may go. */
        private int told(int first, Cue cue) {
            if (cue.isReference()) {
                return chain.size();
            }
            if (cue.kind() == Kind.TELEPHONE && Phones.isPublic(chain.digits(first, first + 1))) {
                return first + 1;
            }
            var behind = first;
            for (int next = first + 1; next <= chain.size(); next++) {
                if (cue.fits(chain.digits(first, next).length())) {
                    behind = next;
                }
            }
            if (behind == first || chain.isYears(first, behind)) {
                return first;
            }
            mark(requireNonNull(cue.kind()), first, behind);
            return behind;
        }

        private static boolean isCue(@Nullable Cue cue, Kind kind) {
            return cue != null && cue.kind() == kind;
        }

        private void mark(Kind kind, int first, int behind) {
            var from = chain.groups().get(first).from();
            claims.take(
                    kind,
                    start(kind, from),
                    end(kind, chain.groups().get(behind - 1).to()));
        }

        /** With the extension of a telephone. */
        private int end(Kind kind, int to) {
            var extension = EXTENSION.matcher(text.lower()).region(to, text.length());
            return kind == Kind.TELEPHONE && extension.lookingAt() ? extension.end() : to;
        }

        /** A plus or a bracket belongs to the number, and letters before it in some. */
        private int start(Kind kind, int from) {
            var lower = text.lower();
            var start = from;
            while (start > 0 && (lower.charAt(start - 1) == '+' || lower.charAt(start - 1) == '(')) {
                start--;
            }
            if (kind == Kind.NUMBER || kind == Kind.CUSTOMER_NUMBER) {
                var letters = LETTERS_BEFORE.matcher(lower).region(Math.max(0, start - 4), start);
                return letters.find() && Character.isUpperCase(text.text().charAt(letters.start()))
                        ? letters.start()
                        : start;
            }
            return claims.isFree(start, from) ? start : from;
        }
    }
}
