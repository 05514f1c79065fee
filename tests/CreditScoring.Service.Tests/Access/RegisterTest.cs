using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Rules of the register alone, with two admins and one who is nothing yet.</summary>
public abstract class RegisterTest
{
    protected static readonly DateOnly Today = new(2025, 7, 31);
    protected static readonly KeyText Made = KeyText.New();

    protected static readonly Identity Known = new("https://id.example.cn/", "00u1 234");

    protected Register Register { get; set; } = Register.Empty;

    [SetUp]
    public void Two_admins_and_one_who_is_nothing_yet()
    {
        Register = Register.Empty;
        foreach (var id in new[] { "one", "two", "li" })
        {
            Enter(new HolderAdded(id, false, id, RegionScope.All));
        }

        Enter(new HolderAdded("licences", true, "许可系统", new RegionScope("3501")));
        Enter(new RoleGranted("person:one", Role.Admin));
        Enter(new RoleGranted("person:two", Role.Admin));
    }

    protected void Enter(RegisterEntry entry, string by = "command")
    {
        Assert.That(entry.FaultIn(Register, by, Today), Is.Null);
        Register = entry.EnteredIn(Register, by);
    }

    protected void Refused(string code, RegisterEntry entry, string by) =>
        Assert.That(entry.FaultIn(Register, by, Today)?.Code, Is.EqualTo(code));
}
