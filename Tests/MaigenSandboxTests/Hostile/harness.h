// Put in front of every file of this folder: `program NAME ARGUMENTS…` runs the attack of that name.
//
// An attack prints what became of it, one line per step: "blocked …" is as it should be, "BREACH …" is a hole. Each is
// capped from inside too, so that a broken sandbox costs a developer no more than a moment.
#include <bits/stdc++.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using Attack = int (*)();
static std::map<std::string, Attack> &attacks() {
    static std::map<std::string, Attack> table;
    return table;
}
static std::vector<std::string> arguments;

struct Registration {
    Registration(const char *name, Attack attack) { attacks()[name] = attack; }
};
#define ATTACK(name) \
    static int name(); \
    static Registration registration_of_##name(#name, name); \
    static int name()

static long number(size_t index) { return index < arguments.size() ? atol(arguments[index].c_str()) : 0; }

__attribute__((format(printf, 1, 2))) static void say(const char *format, ...) {
    char line[600];
    va_list values;
    va_start(values, format);
    int length = vsnprintf(line, sizeof line - 1, format, values);
    va_end(values);
    length = std::min<int>(length, sizeof line - 2);
    line[length++] = '\n';
    if (write(1, line, length) < 0) return;
}

// For calls that should fail: says so, or cries out.
static void must_fail(const char *what, long result) {
    if (result < 0) say("blocked %s: %s", what, strerrorname_np(errno));
    else say("BREACH %s -> %ld", what, result);
}

static double clock_now(clockid_t clock) {
    timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static void burn(double seconds, clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
    volatile unsigned sink = 0;
    double start = clock_now(clock);
    while (clock_now(clock) - start < seconds)
        for (int round = 0; round < 2000; round++) sink = sink + round;
}

static int run_attack(int count, char **words) {
    for (int index = 2; index < count; index++) arguments.push_back(words[index]);
    auto found = count < 2 ? attacks().end() : attacks().find(words[1]);
    if (found == attacks().end()) return 99;
    return found->second();
}
int main(int count, char **words) { return run_attack(count, words); }
