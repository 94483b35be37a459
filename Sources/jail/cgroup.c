// Control groups: memory and processes limited for the run as a whole, CPU time counted for it as a whole.
//
// A run gets fresh groups of its own (a used group keeps charges of the run before). They are named run-NAMESPACE-PID
// after the helper's PID namespace and process, so that a later helper can tell which groups have lost theirs, and lie
// in a group `maigen`, or where a service was given a part of the hierarchy, in that part. Version 1 has a hierarchy
// per controller, version 2 has one for all; without either the run is limited by RLIMIT_AS and counted by getrusage.
#include "jail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MEMORY, PROCESSES, CPU, GROUPS }; // version 2 uses the first place only

static const char *const v1_roots[GROUPS] = {
    "/sys/fs/cgroup/memory", "/sys/fs/cgroup/pids", "/sys/fs/cgroup/cpuacct"};

static struct group {
    char path[PATH_MAX]; // empty: there is none
    int join;            // cgroup.procs, open for writing
} groups[GROUPS];

static int version; // 0: none
static int cpu_file = -1;
static long long first_cpu_us;

bool memory_limited_by_cgroup(void) { return groups[MEMORY].path[0] != 0; }

const char *cgroup_name(void) { return version == 0 ? "none" : version == 1 ? "v1" : "v2"; }

// --------------------------------------------------------------------------------------------------- small files

static int open_in(const char *directory, const char *name, int flags) {
    char path[PATH_MAX + 64];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return open(path, flags | O_CLOEXEC);
}

static bool write_in(const char *directory, const char *name, const char *text) {
    int descriptor = open_in(directory, name, O_WRONLY);
    if (descriptor < 0) return false;
    bool written = write(descriptor, text, strlen(text)) >= 0;
    int error = errno;
    close(descriptor);
    errno = error;
    return written;
}

static bool read_in(const char *directory, const char *name, char *text, size_t size) {
    int descriptor = open_in(directory, name, O_RDONLY);
    if (descriptor < 0) return false;
    ssize_t count = read(descriptor, text, size - 1);
    close(descriptor);
    if (count < 0) return false;
    text[count] = 0;
    return true;
}

// The number behind `key` in lines of "key number"; -1 without it.
static long long find_number(const char *text, const char *key) {
    size_t length = strlen(key);
    for (const char *line = text; line != NULL && *line != 0; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
        if (strncmp(line, key, length) == 0 && line[length] == ' ') return atoll(line + length + 1);
    return -1;
}

// ------------------------------------------------------------------------------------------------- making groups

static unsigned long pid_namespace(void) {
    struct stat status;
    return stat("/proc/self/ns/pid", &status) == 0 ? (unsigned long)status.st_ino : 0;
}

static bool make_group(struct group *group, const char *root) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%.3900s/run-%lu-%d", root, pid_namespace(), getpid());
    if (mkdir(path, 0755) != 0 && errno != EEXIST) return false;
    memcpy(group->path, path, sizeof path);
    group->join = open_in(path, "cgroup.procs", O_WRONLY);
    if (group->join < 0) fail("cannot open %s/cgroup.procs", path);
    return true;
}

static bool make_v1_group(int which) {
    char root[PATH_MAX];
    snprintf(root, sizeof root, "%s/maigen", v1_roots[which]);
    if (mkdir(root, 0755) != 0 && errno != EEXIST) return false;
    return make_group(&groups[which], root);
}

static bool write_number(const char *directory, const char *name, long long value) {
    char text[32];
    snprintf(text, sizeof text, "%lld", value);
    return write_in(directory, name, text);
}

static void drop_group(struct group *group) {
    close(group->join);
    rmdir(group->path);
    group->path[0] = 0;
}

static bool create_v1(const struct options *options) {
    if (access("/sys/fs/cgroup/memory/memory.limit_in_bytes", F_OK) != 0 || !make_v1_group(MEMORY)) return false;
    const char *memory = groups[MEMORY].path;
    if (!write_number(memory, "memory.limit_in_bytes", options->memory)) {
        drop_group(&groups[MEMORY]);
        return false;
    }
    version = 1;
    write_number(memory, "memory.memsw.limit_in_bytes", options->memory); // not there without swap accounting
    // A program makes no processes, so its own clock and RLIMIT_NPROC do; groups cost more than anything else here.
    if (options->profile == PROFILE_RUN) return true;
    if (make_v1_group(PROCESSES) && !write_number(groups[PROCESSES].path, "pids.max", options->processes))
        drop_group(&groups[PROCESSES]); // RLIMIT_NPROC stands in for it
    if (make_v1_group(CPU)) cpu_file = open_in(groups[CPU].path, "cpuacct.usage", O_RDONLY);
    return true;
}

static bool create_v2_in(const struct options *options, const char *root) {
    if (!make_group(&groups[MEMORY], root)) return false;
    const char *group = groups[MEMORY].path;
    if (!write_number(group, "memory.max", options->memory)) { // the memory controller is not passed on to us
        drop_group(&groups[MEMORY]);
        return false;
    }
    version = 2;
    write_in(group, "memory.swap.max", "0"); // not there without swap accounting
    write_in(group, "memory.oom.group", "1");
    write_number(group, "pids.max", options->processes); // RLIMIT_NPROC stands in for it
    cpu_file = open_in(group, "cpu.stat", O_RDONLY);
    return true;
}

// Where this process stands in the hierarchy of version 2, as a directory.
static bool find_own_v2_group(char *directory, size_t size) {
    char text[4096];
    if (!read_in("/proc/self", "cgroup", text, sizeof text)) return false;
    char *line = strstr(text, "0::/");
    if (line == NULL) return false;
    char *end = strchr(line, '\n');
    if (end != NULL) *end = 0;
    snprintf(directory, size, "/sys/fs/cgroup%s", strcmp(line + 3, "/") == 0 ? "" : line + 3);
    return true;
}

// The places to try: beside our own group (a service with Delegate=yes puts itself in a leaf and shares out the rest),
// then, for root, below the top.
static bool create_v2(const struct options *options) {
    if (access("/sys/fs/cgroup/cgroup.controllers", F_OK) != 0) return false;
    char own[4000];
    if (find_own_v2_group(own, sizeof own) && strcmp(own, "/sys/fs/cgroup") != 0) {
        *strrchr(own, '/') = 0;
        if (create_v2_in(options, own)) return true;
    }
    const char *top = "/sys/fs/cgroup/maigen";
    write_in("/sys/fs/cgroup", "cgroup.subtree_control", "+memory +pids");
    if (mkdir(top, 0755) != 0 && errno != EEXIST) return false;
    write_in(top, "cgroup.subtree_control", "+memory +pids");
    return create_v2_in(options, top);
}

void create_cgroups(const struct options *options) {
    if (options->memory == 0 || strcmp(options->cgroup, "none") == 0) return;
    if (strncmp(options->cgroup, "v2:", 3) == 0) {
        if (!create_v2_in(options, options->cgroup + 3)) fail("cannot use the cgroup %s", options->cgroup + 3);
        return;
    }
    if (create_v1(options) || strcmp(options->cgroup, "v1") == 0) {
        if (version == 0) fail("cannot use cgroup v1");
        return;
    }
    create_v2(options);
}

// ------------------------------------------------------------------------------------------------ during the run

// By the payload's process, while it still has the rights to.
void join_cgroups(void) {
    for (int which = 0; which < GROUPS; which++)
        if (groups[which].path[0] != 0 && write(groups[which].join, "0", 1) != 1) fail("cannot join a cgroup");
}

static long long total_cpu_us(void) {
    char text[1024];
    ssize_t count = cpu_file < 0 ? -1 : pread(cpu_file, text, sizeof text - 1, 0);
    if (count <= 0) return -1;
    text[count] = 0;
    return version == 1 ? atoll(text) / 1000 : find_number(text, "usage_usec");
}

// CPU time since the first call.
long long cgroup_cpu_us(void) {
    static bool started;
    long long total = total_cpu_us();
    if (!started) first_cpu_us = total;
    started = true;
    return total < 0 ? -1 : total - first_cpu_us;
}

long long cgroup_oom_kills(void) {
    char text[4096];
    const char *file = version == 1 ? "memory.oom_control" : "memory.events";
    if (version == 0 || !read_in(groups[MEMORY].path, file, text, sizeof text)) return 0;
    long long kills = find_number(text, "oom_kill");
    return kills < 0 ? 0 : kills;
}

// ------------------------------------------------------------------------------------------------- after the run

static void kill_members(const char *directory) {
    char text[8192];
    if (write_in(directory, "cgroup.kill", "1")) return;
    if (!read_in(directory, "cgroup.procs", text, sizeof text)) return;
    for (char *word = text; *word != 0;) {
        char *end;
        pid_t member = (pid_t)strtol(word, &end, 10);
        if (end == word) return;
        if (member > 1) kill(member, SIGKILL);
        for (word = end; *word == '\n' || *word == ' ';) word++;
    }
}

// The kernel needs a moment to let go of the dead.
static void remove_group(const char *directory) {
    for (int attempt = 0; attempt < 400; attempt++) {
        if (rmdir(directory) == 0 || errno != EBUSY) return;
        kill_members(directory);
        usleep(500);
    }
}

void kill_cgroup(void) {
    if (groups[MEMORY].path[0] != 0) kill_members(groups[MEMORY].path);
}

void remove_cgroups(void) {
    for (int which = 0; which < GROUPS; which++) {
        if (groups[which].path[0] == 0) continue;
        remove_group(groups[which].path);
        groups[which].path[0] = 0;
    }
}

// ----------------------------------------------------------------------------------------------------- leftovers

static void sweep(const char *root) {
    DIR *entries = opendir(root);
    if (entries == NULL) return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        unsigned long namespace;
        int process;
        if (sscanf(entry->d_name, "run-%lu-%d", &namespace, &process) != 2 || namespace != pid_namespace()) continue;
        if (kill(process, 0) == 0 || errno != ESRCH) continue;
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%.3800s/%s", root, entry->d_name);
        kill_members(path);
        remove_group(path);
    }
    closedir(entries);
}

// Removes the groups of helpers that were killed, with whatever still lives in them.
void sweep_cgroups(void) {
    char own[4000];
    for (int which = 0; which < GROUPS; which++) {
        snprintf(own, sizeof own, "%s/maigen", v1_roots[which]);
        sweep(own);
    }
    sweep("/sys/fs/cgroup/maigen");
    if (find_own_v2_group(own, sizeof own) && strcmp(own, "/sys/fs/cgroup") != 0) {
        *strrchr(own, '/') = 0;
        sweep(own);
    }
}
