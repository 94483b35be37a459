#include <algorithm>
#include <iostream>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, q;
    std::cin >> n >> q;
    std::vector<long long> a(n), prefix(n + 1);
    for (int i = 0; i < n; i++) {
        std::cin >> a[i];
        prefix[i + 1] = prefix[i] + a[i];
    }
    while (q--) {
        long long x;
        std::cin >> x;
        long long left = std::lower_bound(a.begin(), a.end(), x) - a.begin();
        std::cout << left * x - prefix[left] + prefix[n] - prefix[left] - (n - left) * x << '\n';
    }
    return 0;
}
