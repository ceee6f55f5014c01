package id.tanggap.intake;

import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.vocabulary.Visibility;
import java.time.Instant;
import java.util.function.Function;

public final class TellsWords {
    public static final class WhateverTheVisibility {
        public Object told() {
            return new AnswerPublished("dishub", "Sudah diperbaiki.", Instant.EPOCH);
        }
    }

    public static final class ByReference {
        public Function<String, Object> told() {
            Maker maker = AnswerPublished::new;
            return answer -> maker.make("dishub", answer, Instant.EPOCH);
        }

        private interface Maker {
            Object make(String agency, String answer, Instant at);
        }
    }

    public static final class AsTheVisibilitySays {
        public Object told(Visibility visibility) {
            return AnswerPublished.of(visibility, "dishub", "Sudah diperbaiki.", null, Instant.EPOCH);
        }
    }

    public static final class AsItDecidesItself {
        public Object told(Visibility visibility) {
            return visibility == Visibility.SECRET ? "" : "Sudah diperbaiki.";
        }
    }

    private TellsWords() {}
}
