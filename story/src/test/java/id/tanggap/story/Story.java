package id.tanggap.story;

import id.tanggap.story.log.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** What happens to one complaint. */
record Story(Setting setting, List<Step> steps) {

    /**
     * Tells it from the receipt on, until all is heard.
     *
     * @throws AssertionError when something is not as it has to be
     */
    void holds() {
        holdsWith(Fault.NONE);
    }

    void holdsWith(Fault fault) {
        Check.all(told(fault));
    }

    /** What all know after it. */
    House told(Fault fault) {
        var house = new House(setting, fault);
        try {
            steps.forEach(house::tell);
            house.settle();
            return house;
        } catch (RuntimeException e) {
            throw new AssertionError("it breaks: %s%n%s".formatted(e, house.told()), e);
        }
    }

    @Override
    public String toString() {
        return steps.stream().map(step -> "\n  " + step).collect(Collectors.joining("", setting.toString(), ""));
    }
}
