#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 1000000, "n");
    inf.readSpace();
    int m = inf.readInt(1, 1000000, "m");
    inf.readEoln();
    ensuref(1LL * n * m <= 1000000, "n * m = %lld is over 10^6", 1LL * n * m);
    int starts = 0, goals = 0;
    for (int i = 1; i <= n; i++) {
        std::string row = inf.readLine();
        ensuref(int(row.size()) == m, "row %d has length %d, expected %d", i, int(row.size()), m);
        for (char c : row) {
            ensuref(c == '.' || c == '#' || c == 'S' || c == 'T', "row %d has an unknown character", i);
            starts += c == 'S';
            goals += c == 'T';
        }
    }
    ensuref(starts == 1, "there are %d cells S", starts);
    ensuref(goals == 1, "there are %d cells T", goals);
    inf.readEof();
    return 0;
}
