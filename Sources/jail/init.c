// The init process: process 1 of the payload's PID namespace (an ordinary process and subreaper where there is none).
// It starts the payload, watches its CPU time and the clock, kills and reaps everything, and takes the artifacts.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

long long monotonic_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

int signal_process(int process_descriptor, int signal) {
    return (int)syscall(SYS_pidfd_send_signal, process_descriptor, signal, NULL, 0);
}

// The CPU clock of another process, as clock_getcpuclockid computes it; the payload's whole thread group.
static clockid_t cpu_clock_of(pid_t process) { return (clockid_t)((~(unsigned)process << 3) | 2); }

struct watch {
    pid_t payload;
    int payload_descriptor;
    int control;
    long long start_us;
};

static long long used_cpu_us(const struct watch *watch) {
    struct timespec used = {0, 0};
    // The clock is gone once the payload is; the group's count stays.
    long long own = clock_gettime(cpu_clock_of(watch->payload), &used) == 0
                        ? used.tv_sec * 1000000LL + used.tv_nsec / 1000 : 0;
    long long group = cgroup_cpu_us();
    return group > own ? group : own;
}

// Sleeps until the payload has ended or a limit is reached. On `cpus` processors the remaining CPU time cannot be used
// up sooner than after its share of them, so there is nothing to poll in between.
static enum stop watch_payload(const struct options *options, const struct watch *watch) {
    long cpus = usable_cpus();
    for (;;) {
        long long wall_left = options->wall_ms * 1000 - (monotonic_us() - watch->start_us);
        if (wall_left <= 0) return STOP_WALL;
        long long sleep_us = wall_left;
        if (options->cpu_ms > 0) {
            long long cpu_left = options->cpu_ms * 1000 - used_cpu_us(watch);
            if (cpu_left < 0) return STOP_CPU;
            if (cpu_left / cpus < sleep_us) sleep_us = cpu_left / cpus;
        }
        struct pollfd events[] = {{watch->payload_descriptor, POLLIN, 0}, {watch->control, POLLIN, 0}};
        int ready = poll(events, 2, (int)(sleep_us / 1000) + 1);
        if (ready <= 0) continue;
        if (events[0].revents != 0) return STOP_NONE;
        if (events[1].revents != 0) return STOP_WALL; // the first process has gone; nobody reads the verdict
    }
}

// Kills this process's children, which, for a subreaper, every orphan becomes in the end.
void kill_children(void) {
    char path[64], text[8192];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)syscall(SYS_gettid));
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    ssize_t count = read(descriptor, text, sizeof text - 1);
    close(descriptor);
    if (count <= 0) return;
    text[count] = 0;
    char *word = text;
    for (char *end; (void)(end = word), *word != 0; word = end) {
        pid_t child = (pid_t)strtol(word, &end, 10);
        if (end == word) return;
        if (child > 1) kill(child, SIGKILL);
    }
}

static long long cpu_us(const struct rusage *usage) {
    return (usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000LL + usage->ru_utime.tv_usec +
           usage->ru_stime.tv_usec;
}

static void add_usage(struct outcome *outcome, const struct rusage *usage) {
    outcome->rusage_us += cpu_us(usage);
    if (usage->ru_maxrss * 1024LL > outcome->peak_bytes) outcome->peak_bytes = usage->ru_maxrss * 1024LL;
}

// Kills what the payload left behind and counts what it used.
static void reap_the_rest(const struct options *options, struct outcome *outcome) {
    bool own_namespace = has_namespaces(options);
    if (own_namespace) kill(-1, SIGKILL);
    for (;;) {
        if (!own_namespace) kill_children();
        struct rusage usage;
        pid_t child = wait4(-1, NULL, own_namespace ? 0 : WNOHANG, &usage);
        if (child < 0 && errno == EINTR) continue;
        if (child < 0) return;
        if (child == 0) usleep(500);
        else add_usage(outcome, &usage);
    }
}

// The directory for --put and --take.
static int open_box(const struct options *options, int scratch) {
    if (options->scratch == 0 || scratch >= 0) return scratch;
    int box = open("/box", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (box < 0) fail("cannot open /box");
    return box;
}

static void let_go_of_streams(struct stdio_files files) {
    close(0);
    close(1);
    close(2);
    close(files.input);
    close(files.output);
    close(files.error);
}

void run_init(const struct options *options, struct handles handles) {
    umask(022);
    if (!has_namespaces(options)) prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    int box = open_box(options, handles.scratch);
    put_files(options, box);
    int go[2];
    if (pipe2(go, O_CLOEXEC) != 0) fail("pipe");
    struct watch watch = {.control = handles.control};
    watch.payload = fork();
    if (watch.payload < 0) fail("fork");
    if (watch.payload == 0) {
        close(go[1]);
        handles.scratch = box;
        run_payload(options, handles, go[0]);
    }
    close(go[0]);
    let_go_of_streams(handles.stdio);
    watch.payload_descriptor = (int)syscall(SYS_pidfd_open, watch.payload, 0);
    if (watch.payload_descriptor < 0) fail("pidfd_open");
    drop_privileges(options);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    // With a PID namespace our death is everyone's. Without one we must live on to kill the payload's children: there
    // the control pipe alone tells of the first process's end.
    if (has_namespaces(options)) prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);

    struct message message = {.kind = MESSAGE_FINISHED};
    struct outcome *outcome = &message.outcome;
    cgroup_cpu_us();
    watch.start_us = monotonic_us();
    if (write(go[1], "g", 1) != 1) fail("cannot start the payload");
    outcome->stop = watch_payload(options, &watch);
    if (outcome->stop != STOP_NONE) signal_process(watch.payload_descriptor, SIGKILL);
    struct rusage usage;
    while (wait4(watch.payload, &outcome->wait_status, 0, &usage) != watch.payload)
        if (errno != EINTR) fail("wait4");
    outcome->wall_us = monotonic_us() - watch.start_us;
    add_usage(outcome, &usage);
    reap_the_rest(options, outcome);
    take_files(options, box, outcome->taken);
    outcome->cgroup_us = cgroup_cpu_us();
    send_message(&message);
    _exit(0);
}
