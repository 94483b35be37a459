// Resource limits, identity and capabilities of the payload.
#include "kernel.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

// What the address space holds besides the program's data: its text, its stack, the allocator's spare.
#define ADDRESS_SPACE_SLACK (64LL << 20)

// Lowers soft and hard limit. A hard limit that is lower already stays: raising needs a capability that even root may
// lack in a container.
static void set_limit(int resource, rlim_t value) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) fail("getrlimit %d", resource);
    if (limit.rlim_max != RLIM_INFINITY && (value == RLIM_INFINITY || value > limit.rlim_max)) value = limit.rlim_max;
    limit.rlim_cur = limit.rlim_max = value;
    if (setrlimit(resource, &limit) != 0) fail("setrlimit %d", resource);
}

void set_limits(const struct options *options, bool memory_by_cgroup) {
    set_limit(RLIMIT_CORE, 0);
    set_limit(RLIMIT_FSIZE, (rlim_t)options->file_size);
    set_limit(RLIMIT_NOFILE, (rlim_t)options->open_files);
    set_limit(RLIMIT_MEMLOCK, 0);
    set_limit(RLIMIT_MSGQUEUE, 0);
    set_limit(RLIMIT_SIGPENDING, 256);
    set_limit(RLIMIT_STACK, options->stack < 0 ? RLIM_INFINITY : (rlim_t)options->stack);
    // The exact timer is the init process's; this one is for the case that it dies.
    if (options->cpu_ms > 0) set_limit(RLIMIT_CPU, (rlim_t)((options->cpu_ms + 999) / 1000 + 1));
    if (options->memory > 0 && !memory_by_cgroup)
        set_limit(RLIMIT_AS, (rlim_t)(options->memory + ADDRESS_SPACE_SLACK));
}

// Threads that this user has on the whole machine, which RLIMIT_NPROC counts along.
static long count_own_threads(void) {
    DIR *processes = opendir("/proc");
    if (processes == NULL) return 0;
    long count = 0;
    for (struct dirent *entry; (entry = readdir(processes)) != NULL;) {
        if (!isdigit((unsigned char)entry->d_name[0])) continue;
        char path[300];
        snprintf(path, sizeof path, "/proc/%s/task", entry->d_name);
        struct stat status;
        if (stat(path, &status) == 0 && status.st_uid == geteuid()) count += (long)status.st_nlink - 2;
    }
    closedir(processes);
    return count;
}

// After the change of user, since the limit is that user's. Without a user or a namespace of its own the payload shares
// the count with everything else that the user runs.
void set_process_limit(const struct options *options) {
    bool shares_user = !has_namespaces(options) && geteuid() != options->uid;
    long others = shares_user ? count_own_threads() : 0;
    set_limit(RLIMIT_NPROC, (rlim_t)(options->processes + others));
}

void drop_privileges(const struct options *options) {
    if (geteuid() == 0) {
        if (setgroups(0, NULL) != 0) fail("setgroups");
        if (setresgid(options->gid, options->gid, options->gid) != 0) fail("setresgid");
        if (setresuid(options->uid, options->uid, options->uid) != 0) fail("setresuid");
    }
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2] = {{0, 0, 0}, {0, 0, 0}};
    if (syscall(SYS_capset, &header, none) != 0) fail("capset");
}

// How many CPUs can burn the payload's time at once.
long usable_cpus(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}
