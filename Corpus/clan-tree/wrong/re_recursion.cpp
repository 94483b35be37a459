// Wrong: the recursion is as deep as the family, 300000 generations.
#include <cstdio>
#include <vector>

std::vector<std::vector<int>> sons;
std::vector<long long> merit;

long long branch(int person) {
    long long sum = merit[person];
    for (int son : sons[person]) sum += branch(son);
    return merit[person] = sum;
}

int main() {
    int n;
    if (scanf("%d", &n) != 1) return 1;
    sons.resize(n + 1);
    merit.resize(n + 1);
    for (int i = 2; i <= n; i++) {
        int father;
        if (scanf("%d", &father) != 1) return 1;
        sons[father].push_back(i);
    }
    for (int i = 1; i <= n; i++) {
        if (scanf("%lld", &merit[i]) != 1) return 1;
    }
    branch(1);
    int best = 1;
    for (int i = 2; i <= n; i++) {
        if (merit[i] > merit[best]) best = i;
    }
    printf("%d %lld\n", best, merit[best]);
    return 0;
}
