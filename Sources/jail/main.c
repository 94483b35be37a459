// jail — runs one untrusted program, once, and reports what it did.
//
// THEORY OF OPERATION
//
// One short-lived process tree per run:
//
//     P  the first process (supervisor.c). Opens every file that crosses the wall, creates the cgroups, starts I,
//     |  waits, cleans up, prints one line of JSON.
//     I  the init process (init.c): process 1 of a new PID namespace, with its own mounts, IPC and host name
//     |  (namespaces.c, mounts.c). Starts C, watches CPU time and the clock, kills and reaps all, takes the artifacts.
//     C  the payload (payload.c): joins the cgroups (cgroup.c), is limited and stripped of identity and rights
//        (limits.c), restricted to its files (landlock.c) and to the system calls of honest programs (seccomp.c,
//        policy.h), and becomes the program: a static binary executed by descriptor in an empty root, or the compiler
//        with read-only copies of its own files.
//
// Why three: the timer must sit where it sees the payload's own CPU clock and can wait for its orphans (I), but it must
// not be the payload (process 1 of a namespace ignores the signals that should kill it); and the files, the cgroups and
// the result need rights that nobody inside may have (P). Measuring from a small process also keeps the peak memory
// true: a child starts with the size of its parent.
//
// Levels, strongest first. `root` and `userns` differ in who makes the namespaces. `landlock` does without (containers
// often forbid them): then Landlock and seccomp are the wall, every orphan is caught by a subreaper, and the scratch
// directory is a directory of the host's. `jail --probe` tells which work, by running a program under each.
//
// Ends. The run ends when the payload does, at a limit, on SIGTERM or SIGINT, when the lifeline (a pipe whose other end
// the caller holds) breaks, and when any of the three dies: I and C carry parent-death signals, I watches a control
// pipe, and the death of I is the death of its PID namespace. A cgroup that outlives a killed P is swept by the next --probe
// or --sweep.
//
// Errors. What the program does is a verdict: OK, RE, SIG, TLE, WTLE, MLE, OLE, SV. What goes wrong with the sandbox is
// IE with a text and exit code 125, and never blamed on the program (report.c).
#include "jail.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// Descriptors 0 to 2 must be taken, or an opened file would land there and be mistaken for a stream.
static void occupy_streams(void) {
    int descriptor;
    do descriptor = open("/dev/null", O_RDWR);
    while (descriptor >= 0 && descriptor <= 2);
    if (descriptor > 2) close(descriptor);
}

int main(int count, char **words) {
    occupy_streams();
    struct options options;
    enum command command = parse_options(count, words, &options);
    report_to(options.result);
    switch (command) {
    case COMMAND_PROBE: return probe_levels(&options);
    case COMMAND_SWEEP: sweep_cgroups(); return 0;
    case COMMAND_RUN: break;
    }
    if (options.result > 2) fcntl(options.result, F_SETFD, FD_CLOEXEC);
    if (options.lifeline >= 0) fcntl(options.lifeline, F_SETFD, FD_CLOEXEC);
    umask(022);
    return supervise(&options);
}
