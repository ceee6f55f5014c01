package id.tanggap.story;

import id.tanggap.story.log.Fault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to one complaint.
 *
 * @param afterwards what happens when all has heard of the steps, and of each of these before the next
 */
record Story(Setting setting, List<Step> steps, List<Step> afterwards) {

    /**
     * Tells it from the receipt on, until all is heard.
     *
     * @return what all know then
     * @throws AssertionError when it breaks
     */
    House told(Fault fault) {
        var house = new House(setting, fault);
        try {
            steps.forEach(house::tell);
            house.settle();
            afterwards.forEach(house::tellAlone);
            return house;
        } catch (RuntimeException e) {
            throw new AssertionError("it breaks: %s%n%s".formatted(e, house.told()), e);
        }
    }

    @Override
    public String toString() {
        return Stream.of(steps.stream(), Stream.of("and when all is heard"), afterwards.stream())
                .flatMap(told -> told)
                .map(told -> "\n  " + told)
                .collect(Collectors.joining("", setting.toString(), ""));
    }
}
