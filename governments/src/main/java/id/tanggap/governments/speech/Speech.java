package id.tanggap.governments.speech;

import java.util.List;

/** @param accounts by which citizens can write to the government; often none */
public record Speech(Wording wording, List<ChannelAccount> accounts) {}
