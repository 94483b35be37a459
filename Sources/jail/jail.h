// The types and functions that the files of this helper share. main.c tells how they work together.
#ifndef JAIL_H
#define JAIL_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#include <stdbool.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

#define MAX_BINDS 32
#define MAX_FILES 16
#define MAX_ENVIRONMENT 32

// ----------------------------------------------------------------------------------------------------- options.c

// Strongest first; the names are those of --level.
enum level {
    LEVEL_ROOT,     // namespaces, made with root's rights
    LEVEL_USERNS,   // namespaces, made through a user namespace
    LEVEL_LANDLOCK, // no namespaces: Landlock, seccomp, limits
    LEVEL_NONE,     // as LEVEL_LANDLOCK, but what the kernel lacks is gone without
};

enum profile { PROFILE_RUN, PROFILE_COMPILE };

// A host path that the payload may read, and its place inside.
struct bind {
    const char *host;
    const char *inside;
    int tree; // the detached copy of the mount, from prepare_binds to build_root
};

// A file copied into or out of the scratch directory.
struct transfer {
    const char *host;
    const char *name;
    long long limit;
    int descriptor; // of the host's file; opened before any untrusted code runs
};

struct options {
    enum level level;
    enum profile profile;
    const char *executable; // --exec: opened outside, executed by descriptor
    bool probe_payload;     // execute the few bytes of probe.c instead
    const char *standard_input, *standard_output, *standard_error;
    long long cpu_ms, wall_ms, memory, file_size, stack; // stack < 0: unlimited
    long processes, open_files;
    uid_t uid;
    gid_t gid;
    long long scratch; // bytes of the private writable directory; 0: none
    const char *scratch_directory; // its host directory at the levels without mounts
    const char *cgroup; // auto, none, v1, or v2:DIRECTORY
    int result, lifeline; // descriptors; lifeline -1: none
    struct bind binds[MAX_BINDS];
    int bind_count;
    struct transfer puts[MAX_FILES], takes[MAX_FILES];
    int put_count, take_count;
    char *environment[MAX_ENVIRONMENT + 1];
    int environment_count;
    char **arguments; // the payload's own, from its name on
};

enum command { COMMAND_RUN, COMMAND_PROBE, COMMAND_SWEEP };

enum command parse_options(int count, char **words, struct options *options);
bool has_namespaces(const struct options *options);
const char *level_name(enum level level);

// ------------------------------------------------------------------------------------------------------ report.c

// What one process of the helper tells the first one. Smaller than PIPE_BUF, so a write never mixes with another.
struct message {
    enum { MESSAGE_FAULT = 1, MESSAGE_FINISHED } kind;
    char fault[400];
    struct outcome {
        int wait_status;
        enum stop { STOP_NONE, STOP_CPU, STOP_WALL } stop;
        long long rusage_us, cgroup_us, wall_us, peak_bytes;
        long long taken[MAX_FILES]; // bytes, or -1
        bool output_full;
    } outcome;
};

// The sandbox failed: tells the first process, or, in it, prints the report of an internal error, and ends.
void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
void set_fault_cleanup(void (*cleanup)(void));
void report_to(int result_descriptor);
void report_through(int message_pipe); // from here on this process is not the first one
void send_message(const struct message *message);
void write_json_string(int descriptor, const char *text);
void report_outcome(const struct options *options, const struct outcome *outcome, long long oom_kills,
                    bool memory_by_cgroup);
void report_fault(const char *text);

// ------------------------------------------------------------------------------------------------------- files.c

struct stdio_files {
    int input, output, error;
};

int open_executable(const struct options *options);
struct stdio_files open_stdio(const struct options *options);
void open_transfers(struct options *options);
int open_scratch_directory(const struct options *options);
void put_files(const struct options *options, int directory);
void take_files(const struct options *options, int directory, long long *taken);
void empty_directory(int directory);
bool reached_size(const struct options *options, struct stdio_files files);

// ---------------------------------------------------------------------------------------- namespaces.c, mounts.c

pid_t clone_init(const struct options *options, int *process_descriptor);
void map_ids(const struct options *options, pid_t init);
void become_mapped_user(void);
void prepare_binds(struct options *options);
void build_root(const struct options *options);

// ------------------------------------------------------------------------------------------------------ limits.c

void set_limits(const struct options *options, bool memory_by_cgroup);
void set_process_limit(const struct options *options);
void drop_privileges(const struct options *options);
long usable_cpus(void);

// ----------------------------------------------------------------------------------------- landlock.c, seccomp.c

int landlock_abi(void);
void restrict_files(const struct options *options, int executable, int scratch);
void install_seccomp_filter(const struct options *options);

// ------------------------------------------------------------------------------------------------------ cgroup.c

void create_cgroups(const struct options *options);
void join_cgroups(void);
bool memory_limited_by_cgroup(void);
const char *cgroup_name(void);
long long cgroup_cpu_us(void); // -1: unknown
long long cgroup_oom_kills(void);
void kill_cgroup(void);
void remove_cgroups(void);
void sweep_cgroups(void);

// ---------------------------------------------------------------------- init.c, payload.c, supervisor.c, probe.c

// Descriptors that the first process opens for the other two.
struct handles {
    int executable; // -1: the payload is a path inside
    int scratch;    // directory, at the levels without mounts; else -1
    int control;    // at end of file when the first process is gone or wants a stop
    struct stdio_files stdio;
};

void run_init(const struct options *options, struct handles handles) __attribute__((noreturn));
void run_payload(const struct options *options, struct handles handles, int go) __attribute__((noreturn));
int supervise(struct options *options);
int probe_levels(const struct options *options);
int probe_executable(void);
void kill_children(void);
int signal_process(int process_descriptor, int signal);
long long monotonic_us(void);

#endif
