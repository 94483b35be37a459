// Which levels work here? Found by running a payload under each: on a machine that forbids namespaces half-way (they
// can be made, but nothing can be mounted in them) no question but the run itself gives a true answer.
#include "jail.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <sys/stat.h>
#include <unistd.h>

// exit_group(0), in machine code.
#if defined(__x86_64__)
static const unsigned char exit_code[] = {0x31, 0xff, 0xb8, 0xe7, 0x00, 0x00, 0x00, 0x0f, 0x05};
enum { MACHINE = EM_X86_64 };
#elif defined(__aarch64__)
static const unsigned char exit_code[] = {0x00, 0x00, 0x80, 0xd2, 0xc8, 0x0b, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4};
enum { MACHINE = EM_AARCH64 };
#else
#error "The probe's payload is written for x86-64 and aarch64."
#endif

enum { LOAD_ADDRESS = 0x400000, PAGE = 0x10000 };

// The smallest program there is, as an anonymous file: the helper itself may be linked dynamically, and then it cannot
// run in an empty root.
int probe_executable(void) {
    struct {
        Elf64_Ehdr header;
        Elf64_Phdr segment;
        unsigned char code[sizeof exit_code];
    } file = {
        .header = {
            .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
            .e_type = ET_EXEC, .e_machine = MACHINE, .e_version = EV_CURRENT, .e_phoff = sizeof(Elf64_Ehdr),
            .e_ehsize = sizeof(Elf64_Ehdr), .e_phentsize = sizeof(Elf64_Phdr), .e_phnum = 1,
        },
        .segment = {.p_type = PT_LOAD, .p_flags = PF_R | PF_X, .p_vaddr = LOAD_ADDRESS, .p_paddr = LOAD_ADDRESS,
                    .p_align = PAGE},
    };
    memcpy(file.code, exit_code, sizeof exit_code);
    file.header.e_entry = LOAD_ADDRESS + (Elf64_Addr)((unsigned char *)file.code - (unsigned char *)&file);
    file.segment.p_filesz = file.segment.p_memsz = sizeof file;
    int writable = memfd_create("probe", MFD_CLOEXEC);
    if (writable < 0 || write(writable, &file, sizeof file) != (ssize_t)sizeof file || fchmod(writable, 0555) != 0)
        fail("cannot make the probe's program");
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", writable);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC); // a file open for writing cannot be executed
    if (descriptor < 0) fail("cannot open the probe's program");
    close(writable);
    return descriptor;
}

// Runs the helper once more, with the probe's payload, and copies its line of JSON without the line's end.
static void probe_level(const struct options *options, enum level level, char *line, size_t size) {
    int result[2];
    if (pipe2(result, O_CLOEXEC) != 0) fail("pipe");
    char *arguments[] = {
        "jail", "--level", (char *)level_name(level), "--probe-payload", "--memory", "67108864", "--wall-ms", "5000",
        "--scratch", has_namespaces(&(struct options){.level = level}) ? "65536" : "0", "--uid", "60000", "--cgroup",
        (char *)options->cgroup, "--result-fd", "1", "--", "probe", NULL};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, result[1], 1);
    char *environment[] = {NULL};
    pid_t child;
    int error = posix_spawn(&child, "/proc/self/exe", &actions, NULL, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    errno = error;
    if (error != 0) fail("cannot start the helper again");
    close(result[1]);
    size_t length = 0;
    for (ssize_t count; length < size - 1 && (count = read(result[0], line + length, size - 1 - length)) > 0;)
        length += (size_t)count;
    line[length] = 0;
    line[strcspn(line, "\n")] = 0;
    close(result[0]);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
}

int probe_levels(const struct options *options) {
    sweep_cgroups();
    dprintf(options->result, "{\"levels\":[");
    for (enum level level = LEVEL_ROOT; level <= LEVEL_NONE; level++) {
        char line[2048];
        probe_level(options, level, line, sizeof line);
        bool works = strncmp(line, "{\"verdict\":\"OK\"", 15) == 0;
        dprintf(options->result, "%s{\"level\":\"%s\",\"works\":%s,\"report\":%s}", level == LEVEL_ROOT ? "" : ",",
                level_name(level), works ? "true" : "false", line[0] == '{' ? line : "null");
    }
    dprintf(options->result, "]}\n");
    return 0;
}
