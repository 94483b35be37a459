// The namespaces of one run, and the one user that a user namespace knows.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/sched.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

// Inside a user namespace the payload has this number, whoever it is outside.
enum { MAPPED_USER = 1000 };

static uint64_t namespace_flags(const struct options *options) {
    if (!has_namespaces(options)) return 0;
    uint64_t flags = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS;
    // A network of its own costs a third of a short run, and a program cannot make a socket to use one: the system call
    // filter kills every attempt. Compilers, which take long anyway, get one as well.
    if (options->profile == PROFILE_COMPILE) flags |= CLONE_NEWNET;
    return options->level == LEVEL_USERNS ? flags | CLONE_NEWUSER : flags;
}

// Forks the init process into its namespaces. Containers answer ENOSYS to clone3 (its flags are behind a pointer, where
// their seccomp filter cannot look), so that callers fall back to clone.
pid_t clone_init(const struct options *options, int *process_descriptor) {
    struct clone_args arguments = {
        .flags = namespace_flags(options) | CLONE_PIDFD,
        .pidfd = (uintptr_t)process_descriptor,
        .exit_signal = SIGCHLD,
    };
    pid_t child = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
    if (child < 0 && errno == ENOSYS)
        child = (pid_t)syscall(SYS_clone, arguments.flags | SIGCHLD, NULL, process_descriptor, NULL, NULL);
    if (child < 0) fail("cannot make the namespaces of level %s", level_name(options->level));
    return child;
}

static void write_proc_file(pid_t process, const char *name, const char *text) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/%s", process, name);
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0 || write(descriptor, text, strlen(text)) < 0) fail("cannot write %s", path);
    close(descriptor);
}

// Root maps the run's own user, never itself: a "root without rights" would still own root's files.
void map_ids(const struct options *options, pid_t init) {
    bool root = geteuid() == 0;
    char map[64];
    if (!root) write_proc_file(init, "setgroups", "deny");
    snprintf(map, sizeof map, "%d %u 1", MAPPED_USER, root ? options->uid : geteuid());
    write_proc_file(init, "uid_map", map);
    snprintf(map, sizeof map, "%d %u 1", MAPPED_USER, root ? options->gid : getegid());
    write_proc_file(init, "gid_map", map);
}

// In the init process, once its map is written: becomes the mapped user, and keeps the namespace's capabilities, which
// it needs to build its root.
void become_mapped_user(void) {
    prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0);
    if (setresgid(MAPPED_USER, MAPPED_USER, MAPPED_USER) != 0) fail("setresgid in the user namespace");
    if (setresuid(MAPPED_USER, MAPPED_USER, MAPPED_USER) != 0) fail("setresuid in the user namespace");
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct sets[2];
    if (syscall(SYS_capget, &header, sets) != 0) fail("capget");
    sets[0].effective = sets[0].permitted;
    sets[1].effective = sets[1].permitted;
    if (syscall(SYS_capset, &header, sets) != 0) fail("capset in the user namespace");
}
