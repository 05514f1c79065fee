
namespace CreditScoring.Law.Language.Binding;

/// <summary>
/// What the parts of a text came to in one evaluation, and which was being evaluated last.
/// </summary>
internal sealed class Trace(int parts)
{
    private readonly bool[] evaluated = new bool[parts];
    private readonly int[] open = new int[parts];
    private int depth;
    private readonly object?[] values = new object?[parts];
    private (int Part, int Depth)? later;

    /// <summary>
    /// The innermost part that came to a day beyond the calendar, from which no part around it has found a
    /// way to a value; null: none.
    /// </summary>
    public int? Later => later?.Part;

    /// <summary>The innermost part that was begun and not finished; null: none.</summary>
    public int? Innermost => depth == 0 ? null : open[depth - 1];

    public void Enter(int part) => open[depth++] = part;

    public void Leave(int part, object? value)
    {
        depth--;
        evaluated[part] = true;
        values[part] = value is BoundedDay { IsKnown: true } day ? day.Known : value;
        later = value is BoundedDay { IsKnown: false } ? later ?? (part, depth)
            : later?.Depth > depth ? null : later;
    }

    public bool Evaluated(int part) => evaluated[part];

    public object? Value(int part) => values[part];
}
