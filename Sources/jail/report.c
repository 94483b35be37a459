// Reports: one line of JSON on the result descriptor, and the messages between the helper's processes.
#include "jail.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int result_descriptor = 2;
static int message_pipe = -1;
static void (*fault_cleanup)(void);

void report_to(int descriptor) { result_descriptor = descriptor; }
void report_through(int descriptor) { message_pipe = descriptor; }
void set_fault_cleanup(void (*cleanup)(void)) { fault_cleanup = cleanup; }

void send_message(const struct message *message) {
    // A failed write means that the first process is gone; nobody is left to be told.
    if (write(message_pipe, message, sizeof *message) < 0) _exit(126);
}

void fail(const char *format, ...) {
    int error = errno;
    struct message message = {.kind = MESSAGE_FAULT};
    va_list values;
    va_start(values, format);
    int length = vsnprintf(message.fault, sizeof message.fault, format, values);
    va_end(values);
    if (error != 0 && length >= 0 && (size_t)length < sizeof message.fault)
        snprintf(message.fault + length, sizeof message.fault - (size_t)length, ": %s", strerror(error));
    if (message_pipe >= 0) {
        send_message(&message);
        _exit(126);
    }
    if (fault_cleanup != NULL) fault_cleanup();
    report_fault(message.fault);
    exit(125);
}

void write_json_string(int descriptor, const char *text) {
    dprintf(descriptor, "\"");
    for (const unsigned char *at = (const unsigned char *)text; *at != 0; at++) {
        if (*at == '"' || *at == '\\') dprintf(descriptor, "\\%c", *at);
        else if (*at < 0x20 || *at >= 0x7f) dprintf(descriptor, "\\u%04x", *at); // bytes of names are no certain UTF-8
        else dprintf(descriptor, "%c", *at);
    }
    dprintf(descriptor, "\"");
}

void report_fault(const char *text) {
    dprintf(result_descriptor, "{\"verdict\":\"IE\",\"error\":");
    write_json_string(result_descriptor, text);
    dprintf(result_descriptor, "}\n");
}

// Which of several true things is said: a program stopped by a timer did not end by itself; after that, the cause is
// told before its symptom (a program killed for its memory has also ended by a signal).
static const char *verdict(const struct options *options, const struct outcome *outcome, long long cpu_us,
                           long long oom_kills) {
    int signal = WIFSIGNALED(outcome->wait_status) ? WTERMSIG(outcome->wait_status) : 0;
    bool over_cpu = options->cpu_ms > 0 && cpu_us > options->cpu_ms * 1000;
    bool over_memory = options->memory > 0 && outcome->peak_bytes > options->memory;
    if (outcome->stop == STOP_CPU || over_cpu || signal == SIGXCPU) return "TLE";
    if (outcome->stop == STOP_WALL) return "WTLE";
    if (oom_kills > 0 || over_memory) return "MLE";
    if (signal == SIGSYS) return "SV";
    if (signal == SIGXFSZ || outcome->output_full) return "OLE";
    if (signal != 0) return "SIG";
    return WEXITSTATUS(outcome->wait_status) == 0 ? "OK" : "RE";
}

void report_outcome(const struct options *options, const struct outcome *outcome, long long oom_kills,
                    bool memory_by_cgroup) {
    long long cpu_us = outcome->cgroup_us > outcome->rusage_us ? outcome->cgroup_us : outcome->rusage_us;
    int status = outcome->wait_status;
    int abi = landlock_abi();
    dprintf(result_descriptor, "{\"verdict\":\"%s\",\"exit_code\":%d,\"signal\":%d,",
            verdict(options, outcome, cpu_us, oom_kills), WIFEXITED(status) ? WEXITSTATUS(status) : 0,
            WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    dprintf(result_descriptor, "\"cpu_us\":%lld,\"wall_us\":%lld,\"peak_bytes\":%lld,\"taken\":[", cpu_us,
            outcome->wall_us, outcome->peak_bytes);
    for (int index = 0; index < options->take_count; index++)
        dprintf(result_descriptor, "%s%lld", index == 0 ? "" : ",", outcome->taken[index]);
    dprintf(result_descriptor,
            "],\"level\":\"%s\",\"cgroup\":\"%s\",\"memory_cgroup\":%s,\"landlock\":%d,\"seccomp\":%s,\"own_uid\":%s,"
            "\"oom_kills\":%lld}\n",
            level_name(options->level), cgroup_name(), memory_by_cgroup ? "true" : "false", abi,
            options->level == LEVEL_NONE ? "false" : "true",
            geteuid() == 0 ? "true" : "false", oom_kills);
}
