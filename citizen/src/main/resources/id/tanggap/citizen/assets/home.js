// Addresses of earlier versions, on paper and in mails: #lacak/SKA-4F7K-92XM, and #bukti/GOVERNMENT/MONTH/VERSION/ROOT.
const [view, ...named] = location.hash.slice(1).split("/");
if (view === "lacak") {
  location.replace(`/lacak/${named[0] ? `?nomor=${named[0]}` : ""}`);
} else if (view === "bukti") {
  location.replace(`/bukti/${named[3] ? `?akar=${named[3]}` : ""}`);
}

export {};
