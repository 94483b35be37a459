// Wrong: a hash modulo 10^9 + 7 is too short to tell 200000 strings apart.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    const long long base = 131, prime = 1000000007;
    long long top = 1, hash = 0;
    for (int i = 0; i < k; i++) top = top * base % prime;
    std::vector<long long> hashes;
    for (int i = 0; i < n; i++) {
        hash = (hash * base + s[i]) % prime;
        if (i >= k) hash = (hash + (prime - s[i - k]) * top) % prime;
        if (i >= k - 1) hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    std::cout << std::unique(hashes.begin(), hashes.end()) - hashes.begin() << '\n';
    return 0;
}
