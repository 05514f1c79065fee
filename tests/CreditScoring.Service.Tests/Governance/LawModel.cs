namespace CreditScoring.Service.Tests.Governance;

/// <summary>What random sequences came to.</summary>
internal sealed class LawCounts
{
    private int tried, done, inForce, own, asked, moved;

    public int InForce => inForce;

    public int Own => own;

    public int Moved => moved;

    public void Tried(bool isDone)
    {
        Interlocked.Increment(ref tried);
        Interlocked.Add(ref done, isDone ? 1 : 0);
    }

    public void CameIntoForce() => Interlocked.Increment(ref inForce);

    public void TriedOwn() => Interlocked.Increment(ref own);

    public void Asked(bool differsNow)
    {
        Interlocked.Increment(ref asked);
        Interlocked.Add(ref moved, differsNow ? 1 : 0);
    }

    public override string ToString() => $"{tried} acts tried, {done} done, {own} approvals of what one wrote refused, "
        + $"{inForce} laws came into force, {asked} answers as known then asked again, {moved} of them otherwise as known now";
}

/// <summary>What may be of laws, by what was asked and answered alone.</summary>
internal sealed class LawModel
{
    private readonly HashSet<(string Id, string By)> writers = [];
    private readonly Dictionary<string, string> approved = [];
    private readonly HashSet<string> everApproved = [];

    public string? Fault { get; private set; }

    public void Wrote(string id, string by, string? content)
    {
        writers.Add((id, by));
        if (content is not null)
        {
            approved.Remove(id);
        }
    }

    public void Approved(string id, string by, string content)
    {
        Fault ??= writers.Contains((id, by)) ? $"{by} approved {id}, of which he wrote" : null;
        approved[id] = content;
        everApproved.Add(content);
    }

    public bool MayHaveWritten(string id, string by) => writers.Contains((id, by));

    public void Returned(string id) => approved.Remove(id);

    public void Published(string id, string content) => Fault ??=
        approved.GetValueOrDefault(id) == content ? null : $"{id} was published with {content}, which nobody approved";

    public void InForce(string content) =>
        Fault ??= everApproved.Contains(content) ? null : $"{content} is in force, which nobody approved";
}
