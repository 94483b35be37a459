// The first process during a run: it starts the init process, waits for its word, and is the last resort of every
// limit. It ends the run when it is asked to (SIGTERM, SIGINT), when the lifeline breaks, and when the init process
// overstays. If it is killed itself, the control pipe and the parent-death signals bring the others down.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

// How much longer than the payload's own time the whole may take: setting up, copying files, a busy machine.
#define GRACE_US 15000000LL
// How long the init process may take to kill everybody.
#define STOP_US 2000000LL

static volatile sig_atomic_t asked_to_stop;

static void ask_to_stop(int signal) {
    (void)signal;
    asked_to_stop = 1;
}

// Without SA_RESTART the signal breaks poll off. It is blocked outside of ppoll, so that none is missed in between.
static sigset_t watch_signals(void) {
    struct sigaction action = {.sa_handler = ask_to_stop};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    sigset_t block, open;
    sigemptyset(&block);
    sigaddset(&block, SIGTERM);
    sigaddset(&block, SIGINT);
    sigprocmask(SIG_BLOCK, &block, &open);
    sigdelset(&open, SIGTERM);
    sigdelset(&open, SIGINT);
    return open;
}

struct run {
    int init_descriptor;
    int messages, control;
    sigset_t signals;
    struct message fault, finished;
};

// Returns false at the end of the messages.
static bool receive(struct run *run) {
    struct message message;
    ssize_t count = read(run->messages, &message, sizeof message);
    if (count < 0 && errno == EINTR) return true;
    if (count != (ssize_t)sizeof message) return false;
    if (message.kind == MESSAGE_FAULT) run->fault = message;
    else run->finished = message;
    return true;
}

static void set_fault(struct run *run, const char *text) {
    if (run->fault.kind != 0) return;
    run->fault.kind = MESSAGE_FAULT;
    strncpy(run->fault.fault, text, sizeof run->fault.fault - 1);
}

// In its namespace the init process takes everybody along; without one it must kill them first, and is told to by the
// end of the control pipe.
static void stop(const struct options *options, struct run *run) {
    set_fault(run, asked_to_stop ? "cancelled" : "the init process overstayed");
    if (has_namespaces(options)) signal_process(run->init_descriptor, SIGKILL);
    close(run->control);
}

// Waits until the init process has said its last word.
static void await_init(const struct options *options, struct run *run) {
    long long end_us = monotonic_us() + options->wall_ms * 1000 + GRACE_US;
    bool stopping = false;
    for (;;) {
        if (!stopping && (asked_to_stop || monotonic_us() >= end_us)) {
            stop(options, run);
            stopping = true;
            end_us = monotonic_us() + STOP_US;
        }
        long long left_us = end_us - monotonic_us();
        if (left_us <= 0) return;
        struct pollfd events[] = {{run->messages, POLLIN, 0}, {stopping ? -1 : options->lifeline, 0, 0}};
        struct timespec timeout = {left_us / 1000000, left_us % 1000000 * 1000};
        if (ppoll(events, 2, &timeout, &run->signals) <= 0) continue;
        if (events[0].revents != 0 && !receive(run)) return;
        if (events[1].revents != 0) asked_to_stop = 1;
    }
}

static void start_init(struct options *options, struct handles handles, struct run *run) {
    int messages[2], control[2], mapped[2];
    if (pipe2(messages, O_CLOEXEC) != 0 || pipe2(control, O_CLOEXEC) != 0) fail("pipe");
    if (pipe2(mapped, O_CLOEXEC) != 0) fail("pipe");
    if (options->level == LEVEL_ROOT) prepare_binds(options);
    pid_t init = clone_init(options, &run->init_descriptor);
    if (init == 0) {
        report_through(messages[1]);
        close(messages[0]);
        close(control[1]);
        close(mapped[1]);
        handles.control = control[0];
        char byte;
        if (options->level == LEVEL_USERNS) {
            if (read(mapped[0], &byte, 1) != 1) _exit(126);
            become_mapped_user();
            prepare_binds(options);
        }
        if (has_namespaces(options)) {
            if (sethostname("sandbox", 7) != 0) errno = 0; // forbidden in some containers, and no protection
            build_root(options);
        }
        run_init(options, handles);
    }
    close(messages[1]);
    close(control[0]);
    close(mapped[0]);
    run->messages = messages[0];
    run->control = control[1];
    if (options->level == LEVEL_USERNS) map_ids(options, init);
    if (write(mapped[1], "m", 1) != 1) errno = 0; // the init process has ended; its last word tells why
    close(mapped[1]);
}

// Makes sure that nothing of the run is alive.
static void bury(const struct options *options, struct run *run) {
    signal_process(run->init_descriptor, SIGKILL);
    if (!has_namespaces(options)) kill_cgroup();
    for (;;) {
        if (!has_namespaces(options)) kill_children();
        pid_t child = waitpid(-1, NULL, has_namespaces(options) ? 0 : WNOHANG);
        if (child < 0 && errno != EINTR) return;
        if (child == 0) usleep(500);
    }
}

int supervise(struct options *options) {
    struct run run = {.init_descriptor = -1};
    struct handles handles = {.executable = open_executable(options), .stdio = open_stdio(options)};
    open_transfers(options);
    handles.scratch = open_scratch_directory(options);
    run.signals = watch_signals(); // before there is anything to clean up
    set_fault_cleanup(remove_cgroups);
    create_cgroups(options);
    if (!has_namespaces(options)) prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    start_init(options, handles, &run);
    await_init(options, &run);
    bury(options, &run);
    long long oom_kills = cgroup_oom_kills();
    bool memory_by_cgroup = memory_limited_by_cgroup();
    if (handles.scratch >= 0) empty_directory(handles.scratch);
    if (run.fault.kind != 0 || run.finished.kind == 0) {
        remove_cgroups();
        report_fault(run.fault.kind != 0 ? run.fault.fault : "the init process ended without a word");
        return 125;
    }
    run.finished.outcome.output_full = reached_size(options, handles.stdio);
    remove_cgroups();
    report_outcome(options, &run.finished.outcome, oom_kills, memory_by_cgroup);
    return 0;
}
