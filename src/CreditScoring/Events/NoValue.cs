namespace CreditScoring.Events;

/// <summary>
/// What an amendment says of a field that it names as <c>null</c>: it has no value any more. A field
/// that an amendment does not name is missing there, and stays as it was.
/// </summary>
public sealed class NoValue
{
    public static readonly NoValue Any = new();

    private NoValue() { }

    public override string ToString() => "null";
}
