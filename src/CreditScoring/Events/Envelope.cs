namespace CreditScoring.Events;

/// <summary>In which form an event is sent: what the properties are called there.</summary>
/// <param name="names">By <see cref="Property"/>.</param>
internal sealed class Envelope(params string[] names)
{
    public static readonly Envelope Own = new(
        "id", "source", "sequence", "kind", "subject", "subjects", "occurredOn", "decidedOn",
        "region", "document", "actsOn", "data");

    /// <summary>A CloudEvent (CloudEvents 1.0): the one place that says which attribute is which property;
    /// how each is written, <see cref="CloudAttributes"/> says.</summary>
    public static readonly Envelope Cloud = new(
        "id", "source", "sequence", "type", "subject", "subjects", "time", "decidedon",
        "region", "document", "actson", "data");

    public IReadOnlyList<string> Names => names;

    public string this[Property property] => names[(int)property];

    public int IndexOf(string name) => Array.IndexOf(names, name);

    /// <summary>What is called so in our own form; what is no property keeps its name.</summary>
    public string NameOf(string own) =>
        Own.IndexOf(own) is >= 0 and var index ? names[index] : own;
}
