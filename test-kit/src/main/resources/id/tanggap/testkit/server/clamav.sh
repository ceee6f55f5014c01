# Unpacks Debian's clamd and what it needs beyond this machine's packages into a folder, without installing anything.
set -eu
folder=$1
debian="apt-get -qq -y -o Debug::NoLocking=1 -o APT::Sandbox::User= -o Dir::State::lists=$folder/lists -o Dir::Cache=$folder"
mkdir -p "$folder/lists/partial" "$folder/archives/partial"
$debian update
$debian --download-only --no-install-recommends install clamav-daemon
for package in "$folder"/archives/*.deb; do
  dpkg-deb -x "$package" "$folder/root"
done
rm -rf "$folder/lists" "$folder/archives" "$folder"/*.bin
