// Programs that look around: other people's files, processes, descriptors, secrets.
#include <dirent.h>
#include <sys/ioctl.h>
#include <sys/ptrace.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>

// The arguments are more paths to try.
ATTACK(reads_files) {
    std::vector<std::string> paths = {
        "/etc/passwd", "/etc/shadow", "/etc/hostname", "/root/.bashrc", "/proc/1/environ", "/proc/self/environ",
        "/proc/self/maps", "/proc/meminfo", "/proc/kmsg", "/dev/kmsg", "/dev/mem", "/dev/vda", "/dev/urandom",
        "/sys/fs/cgroup/memory/memory.usage_in_bytes", "/proc/sys/kernel/core_pattern"};
    paths.insert(paths.end(), arguments.begin(), arguments.end());
    for (const auto &path : paths) {
        int file = open(path.c_str(), O_RDONLY | O_NONBLOCK);
        char bytes[16];
        if (file < 0) say("blocked %s: %s", path.c_str(), strerrorname_np(errno));
        else say("BREACH read %zd bytes of %s", read(file, bytes, sizeof bytes), path.c_str());
    }
    return 0;
}

ATTACK(lists_folders) {
    for (const char *path : {"/", "/etc", "/home", "/var/tmp", "/proc"}) {
        DIR *folder = opendir(path);
        int entries = 0;
        while (folder && readdir(folder)) entries++;
        if (entries > 3) say("BREACH listed %d entries of %s", entries, path);
        else say("blocked list %s", path);
    }
    return 0;
}

ATTACK(writes_files) {
    for (const char *path : {"/planted", "/etc/planted", "/tmp/planted", "/dev/shm/planted", "/var/tmp/planted",
                             "/usr/planted", "./planted", "/proc/self/oom_score_adj", "/dev/null"})
        must_fail(path, open(path, O_WRONLY | O_CREAT, 0644));
    must_fail("mkdir", mkdir("/planted", 0755));
    return 0;
}

ATTACK(makes_device) { must_fail("mknod", mknod("node", S_IFCHR | 0666, makedev(1, 3))); return 0; }

ATTACK(sees_secrets) {
    extern char **environ;
    for (char **entry = environ; *entry; entry++)
        if (strstr(*entry, "SECRET")) say("BREACH %s", *entry);
    return 0;
}

ATTACK(finds_descriptors) {
    for (int descriptor = 3; descriptor < 4096; descriptor++)
        if (fcntl(descriptor, F_GETFD) >= 0) say("BREACH descriptor %d is open", descriptor);
    must_fail("write to standard input", write(0, "x", 1));
    must_fail("typing into the terminal", ioctl(0, 0x5412 /* TIOCSTI */, "x"));
    char byte;
    must_fail("reading standard output back", pread(1, &byte, 1, 0));
    must_fail("opening standard input for writing", open("/proc/self/fd/0", O_RDWR));
    return 0;
}

ATTACK(locks_input) {
    struct flock lock = {};
    lock.l_type = F_RDLCK;
    must_fail("lock on standard input", fcntl(0, F_SETLK, &lock));
    must_fail("lease on standard input", fcntl(0, F_SETLEASE, F_RDLCK));
    return 0;
}

// The arguments are process numbers.
ATTACK(kills_victims) {
    for (size_t index = 0; index < arguments.size(); index++) must_fail("kill", kill((pid_t)number(index), SIGTERM));
    return 0;
}
ATTACK(kills_everybody) {
    if (getpid() > 50) { say("blocked: not alone here, so not tried"); return 0; }
    must_fail("kill -1", kill(-1, SIGKILL));
    must_fail("kill 1", kill(1, SIGKILL));
    return 0;
}
ATTACK(traces_victims) { must_fail("ptrace", ptrace(PTRACE_ATTACH, (pid_t)number(0), 0, 0)); return 0; }
ATTACK(reads_victims) {
    char bytes[8];
    iovec local = {bytes, 8}, remote = {(void *)0x400000, 8};
    must_fail("process_vm_readv", process_vm_readv((pid_t)number(0), &local, 1, &remote, 1, 0));
    return 0;
}
ATTACK(changes_priorities) {
    for (size_t index = 0; index < arguments.size(); index++)
        must_fail("setpriority", setpriority(PRIO_PROCESS, (id_t)number(index), 19));
    must_fail("nice", setpriority(PRIO_PROCESS, 0, -20));
    sched_param priority = {1};
    must_fail("real time", sched_setscheduler(0, SCHED_FIFO, &priority));
    rlimit none = {RLIM_INFINITY, RLIM_INFINITY};
    must_fail("RLIMIT_NOFILE", setrlimit(RLIMIT_NOFILE, &none));
    must_fail("RLIMIT_FSIZE", setrlimit(RLIMIT_FSIZE, &none));
    must_fail("RLIMIT_CPU", setrlimit(RLIMIT_CPU, &none));
    return 0;
}

// In place of the file that will be taken.
ATTACK(leaves_symlink) { must_fail("symlink", symlink(arguments[0].c_str(), "out")); return 0; }
ATTACK(leaves_hardlink) { must_fail("link", link(arguments[0].c_str(), "out")); return 0; }
ATTACK(leaves_fifo) { must_fail("mkfifo", mkfifo("out", 0666)); return 0; }
ATTACK(leaves_folder) { must_fail("mkdir", mkdir("out", 0755)); return 0; }
ATTACK(leaves_too_much) {
    int file = open("out", O_WRONLY | O_CREAT, 0644);
    std::vector<char> block(1 << 20, 'x');
    return write(file, block.data(), block.size()) == (ssize_t)block.size() ? 0 : 4;
}
ATTACK(leaves_unreadable) { return open("out", O_WRONLY | O_CREAT, 0000) >= 0 ? 0 : 4; }

ATTACK(runs_shell) {
    for (const char *path : {"/bin/sh", "/usr/bin/su", "/usr/bin/python3"}) {
        char *words[] = {(char *)path, nullptr};
        must_fail(path, execv(path, words));
    }
    return 0;
}
