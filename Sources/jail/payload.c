// The payload's process, from fork to exec. The order of the steps matters: each needs rights that a later one gives
// up.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

static void enter_scratch(int scratch) {
    if (scratch >= 0) {
        if (fchdir(scratch) != 0) fail("cannot enter the scratch directory");
    } else if (chdir("/") != 0) {
        fail("cannot enter the root");
    }
}

static void connect_streams(struct stdio_files files) {
    if (dup2(files.input, 0) < 0 || dup2(files.output, 1) < 0 || dup2(files.error, 2) < 0) fail("dup2");
}

static void reset_signals(void) {
    for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

void run_payload(const struct options *options, struct handles handles, int go) {
    join_cgroups();
    setsid();
    connect_streams(handles.stdio);
    set_limits(options, memory_limited_by_cgroup());
    drop_privileges(options);
    set_process_limit(options);
    // Every change of identity resets this one, so it comes after the last; it survives exec.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) fail("prctl");
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) fail("no_new_privs");
    restrict_files(options, handles.executable, handles.scratch);
    enter_scratch(handles.scratch);
    char byte;
    if (read(go, &byte, 1) != 1) _exit(126); // the init process is gone
    reset_signals();
    // Nothing but the three streams passes exec; until then a failure can still be reported.
    if (syscall(SYS_close_range, 3, ~0U, KERNEL_CLOSE_RANGE_CLOEXEC) != 0) fail("close_range");
    install_seccomp_filter(options);
    if (handles.executable >= 0)
        syscall(SYS_execveat, handles.executable, "", options->arguments, options->environment, AT_EMPTY_PATH);
    else execve(options->arguments[0], options->arguments, options->environment);
    fail("cannot execute %s", options->arguments[0]);
}
