// The values in ascending order.
template <class T>
vector<T> sorted(vector<T> values) {
    sort(values.begin(), values.end());
    return values;
}
