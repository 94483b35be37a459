#include <bitset>
#include <cstdio>

int main() {
    int length, c;
    if (scanf("%d", &length) != 1) return 1;
    length *= 100;
    // reachable: the possible lengths of the cars in the port lane.
    std::bitset<10001> reachable, fitting;
    reachable[0] = true;
    for (int i = 0; i <= length; i++) fitting[i] = true;
    int total = 0, loaded = 0;
    while (scanf("%d", &c) == 1 && c != 0) {
        total += c;
        reachable = (reachable | reachable << c) & fitting;
        bool possible = false;
        for (int port = 0; port <= length && !possible; port++) possible = reachable[port] && total - port <= length;
        if (!possible) break;
        loaded++;
    }
    printf("%d\n", loaded);
    return 0;
}
