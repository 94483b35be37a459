// Wrong: the merits are added up in 32 bits.
#include <cstdio>
#include <vector>

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    std::vector<int> father(n + 1), sons(n + 1);
    for (int i = 2; i <= n; i++) {
        if (scanf("%d", &father[i]) != 1) return 1;
        sons[father[i]]++;
    }
    std::vector<int> merit(n + 1);
    for (int i = 1; i <= n; i++) {
        if (scanf("%d", &merit[i]) != 1) return 1;
    }
    std::vector<int> ready;
    for (int i = 1; i <= n; i++) {
        if (sons[i] == 0) ready.push_back(i);
    }
    for (int k = 0; k < n; k++) {
        int i = ready[k];
        if (i == 1) continue;
        merit[father[i]] += merit[i];
        if (--sons[father[i]] == 0) ready.push_back(father[i]);
    }
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (merit[i] > merit[best]) best = i;
    }
    printf("%d %d\n", best, merit[best]);
    return 0;
}
