// Stops with the message where a value stands twice.
template <class T>
void ensureDistinct(vector<T> values, const char* message) {
    sort(values.begin(), values.end());
    ensuref(adjacent_find(values.begin(), values.end()) == values.end(), "%s", message);
}
