# What bin/qiao and bin/test share: a JDK, Maven, the build. Sourced, with $root set to the project.

say() { printf '%s\n' "$*" >&2; }

java_major() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# The first JDK that is new enough, wherever it lives: `java` on the PATH is often older.
find_jdk() {
    on_path=$(command -v java || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")
    for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/*jdk* /opt/java/*; do
        major=$(java_major "$home") || continue
        [ "${major:-0}" -ge 25 ] && { printf '%s\n' "$home"; return; }
    done
    say "Qiao needs a JDK 25 or newer, and there is none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or on the PATH."
    say "Get one:  sdk install java 25-tem       (SDKMAN, any Linux or macOS)"
    say "          apt install openjdk-25-jdk    (Debian 13+, Ubuntu 25.04+)"
    say "          brew install openjdk@25       (macOS)"
    say "or unpack any JDK 25 and set JAVA_HOME to its folder."
    return 1
}

# Maven from the PATH, else the one that ./mvnw fetches.
maven() {
    # It is gone before the best code for it would have paid.
    brief="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    quiet="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    if command -v mvn >/dev/null; then mvn=mvn; else mvn="$root/mvnw"; fi
    (cd "$root" && MAVEN_OPTS="$brief $quiet ${MAVEN_OPTS:-}" "$mvn" -B -ntp -Dstyle.color=never "$@")
}

# The flags are part of the start-up cache: the rehearsal and every start use the same.
qiao_java() {
    printf '%s\n' -Xmx400m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError \
        --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Xlog:aot=off -Xlog:cds=off
}

fresh() {
    [ -e "$root/target/app/qiao.jar" ] || return 1
    [ "$(cat "$root/target/app/jdk")" = "$JAVA_HOME" ] || return 1
    [ -z "$(find "$root/pom.xml" "$root/src/main" -newer "$root/target/app/jdk" -print -quit)" ]
}

# Each build gets a folder of its own, so that a desk that runs from the last one is not disturbed.
build() {
    say "Building Qiao (the first time takes a minute or two)…"
    app="$root/target/apps/$(date +%s).$$"
    mkdir -p "$app"
    printf '%s\n' "$JAVA_HOME" >"$app/jdk"
    maven -q -Dquick -Dmaven.test.skip=true package >&2 || { say "The build failed; see above."; rm -rf "$app"; return 1; }
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/target/qiao.jar" extract --force --destination "$app" >/dev/null
    rehearse "$app"
    ln -sfn "apps/$(basename "$app")" "$root/target/app"
    # shellcheck disable=SC2012
    ls -1dt "$root"/target/apps/* | tail -n +4 | while read -r old; do rm -rf "$old"; done
}

# Opens the desk once on an empty folder and keeps what the JVM learnt: later starts are three times as quick.
rehearse() {
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/qiao-rehearsal.XXXXXX")
    # shellcheck disable=SC2046
    env -i PATH="$PATH" HOME="$HOME" "$JAVA_HOME/bin/java" $(qiao_java) -XX:AOTCacheOutput="$1/qiao.aot" -jar "$1/qiao.jar" \
        --rehearse --port 0 --data "$scratch" >"$1/rehearsal.log" 2>&1 </dev/null ||
        say "(No start-up cache: the rehearsal failed, see $1/rehearsal.log. Starts will be slower.)"
    rm -rf "$scratch"
}
