// Crashes: keeps a matrix for 5000 people, although there can be 100000.
#include <bitset>
#include <cstdio>
#include <vector>

std::bitset<5001> friends[5001];

int main() {
    int t;
    if (scanf("%d", &t) != 1) return 1;
    while (t--) {
        int n, m;
        if (scanf("%d %d", &n, &m) != 2) return 1;
        std::vector<int> u(m), v(m);
        for (int i = 0; i < m; i++) {
            if (scanf("%d %d", &u[i], &v[i]) != 2) return 1;
            friends[u[i]][v[i]] = 1;
            friends[v[i]][u[i]] = 1;
        }
        long long triangles = 0;
        for (int i = 0; i < m; i++) triangles += (friends[u[i]] & friends[v[i]]).count();
        printf("%lld\n", triangles / 3);
        for (int i = 0; i < m; i++) {
            friends[u[i]].reset();
            friends[v[i]].reset();
        }
    }
    return 0;
}
