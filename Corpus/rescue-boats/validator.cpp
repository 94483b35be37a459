#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int s = inf.readInt(1, 20, "s");
    inf.readEoln();
    int total = 0;
    for (int ship = 1; ship <= s; ship++) {
        setTestCase(ship);
        int n = inf.readInt(1, 100000, "n");
        inf.readSpace();
        int c = inf.readInt(100, 2000, "c");
        inf.readSpace();
        int d = inf.readInt(0, 1, "d");
        inf.readEoln();
        total += n;
        ensuref(total <= 300000, "there are over 300000 passengers");
        if (d == 0) continue;
        for (int i = 1; i <= n; i++) {
            inf.readInt(1, c, "w");
            if (i < n) inf.readSpace();
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
