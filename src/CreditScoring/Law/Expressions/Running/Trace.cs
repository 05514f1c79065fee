namespace CreditScoring.Law.Expressions.Running;

/// <summary>
/// What the parts of a text came to in one evaluation, and which was being evaluated last.
/// </summary>
internal sealed class Trace(int parts)
{
    private readonly bool[] evaluated = new bool[parts];
    private readonly Stack<int> open = new();
    private readonly object?[] values = new object?[parts];

    /// <summary>The innermost part that was begun and not finished; null: none.</summary>
    public int? Innermost => open.Count == 0 ? null : open.Peek();

    public void Enter(int part) => open.Push(part);

    public void Leave(int part, object? value)
    {
        open.Pop();
        evaluated[part] = true;
        values[part] = value;
    }

    public bool Evaluated(int part) => evaluated[part];

    public object? Value(int part) => values[part];
}
