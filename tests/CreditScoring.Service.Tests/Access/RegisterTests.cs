using System.Collections.Immutable;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Who may be entered, appointed and given keys, and by whom: rules of the register alone.</summary>
public class RegisterTests : RegisterTest
{
    [TestCase(Role.Author)]
    [TestCase(Role.Approver)]
    [TestCase(Role.Admin)]
    public void Who_makes_law_or_is_admin_is_appointed_by_one_admin_and_confirmed_by_another(Role role)
    {
        Enter(new RoleGranted("person:li", role), "person:one");
        Assert.That(Register.Holders["person:li"].Roles, Is.Empty);
        Refused("second-person", new RoleConfirmed("person:li", role), "person:one");
        Refused("second-person", new RoleConfirmed("person:li", role), "person:li");
        Enter(new RoleConfirmed("person:li", role), "person:two");
        Assert.That(Register.Holders["person:li"].Roles, Is.EqualTo(new[] { role }));
        Refused("register-settled", new RoleConfirmed("person:li", role), "person:two");
    }

    [Test]
    public void Nobody_appoints_or_unblocks_himself()
    {
        Refused("second-person", new RoleGranted("person:one", Role.Viewer), "person:one");
        Enter(new HolderBlocked("person:two"), "person:one");
        Refused("second-person", new HolderUnblocked("person:two"), "person:two");
        Enter(new HolderUnblocked("person:two"), "person:one");
        Assert.That(Register.Holders["person:two"].Roles, Is.EqualTo(new[] { Role.Admin }), "as before");
    }

    [Test]
    public void System_administrators_makers_of_law_and_auditors_are_different_persons()
    {
        Role[] apart = [Role.Admin, Role.Auditor];
        var pairs = Roles.All.SelectMany(first => Roles.All, (first, second) => (first, second));
        var refused = pairs.Where(pair => Roles.Against(pair.first, [pair.second]) is not null).ToHashSet();
        Assert.That(refused, Is.EquivalentTo(
            from role in Roles.All
            from other in Roles.All
            where role != other && (apart.Contains(role) || apart.Contains(other))
                && new[] { role, other }.All(each => each is Role.Admin or Role.Auditor or Role.Author or Role.Approver
                    or Role.Corrector)
            select (role, other)));
        Enter(new RoleGranted("person:li", Role.Author), "person:one");
        Refused("roles-apart", new RoleGranted("person:li", Role.Admin), "person:one");
        Refused("roles-apart", new RoleGranted("person:li", Role.Auditor), "person:two");
        Enter(new RoleWithdrawn("person:li", Role.Author), "person:two");
        Enter(new RoleGranted("person:li", Role.Auditor), "person:two");
    }

    [Test]
    public void An_admin_has_no_right_to_rules_and_none_to_what_is_audited()
    {
        var rights = Roles.RightsOf([Role.Admin]);
        Assert.That(rights, Is.EquivalentTo(new[] { Right.ManageRegister, Right.SeeOperation }));
    }

    [Test]
    public void A_program_is_given_no_role_of_a_person()
    {
        foreach (var role in Roles.All)
        {
            var entry = new RoleGranted("system:licences", role);
            Assert.That(entry.FaultIn(Register, "person:one", Today)?.Code, Is.EqualTo(
                role is Role.Viewer or Role.Ingest or Role.Scheduler ? null : "role-for-persons"), $"{role}");
        }
    }

    [Test]
    public void The_last_admin_stays()
    {
        Enter(new HolderBlocked("person:two"), "person:one");
        Refused("last-admin", new HolderBlocked("person:one"), "person:one");
        Refused("last-admin", new RoleWithdrawn("person:one", Role.Admin), "person:one");
        Enter(new HolderUnblocked("person:two"), "person:one");
        Enter(new RoleWithdrawn("person:one", Role.Admin), "person:two");
    }

    [Test]
    public void A_key_lies_within_its_holder_and_a_year()
    {
        Enter(new RoleGranted("system:licences", Role.Ingest), "person:one");
        Refused("key-beyond-holder", Issued() with { }, "person:one", key => key with { Region = new RegionScope("35") });
        Refused("key-beyond-holder", Issued(), "person:one", key => key with { Roles = [Role.Ingest, Role.Viewer] });
        Refused("key-invalid", Issued(), "person:one", key => key with { Roles = [] });
        Refused("key-invalid", Issued(), "person:one", key => key with { Source = null });
        Refused("key-invalid", Issued(), "person:one", key => key with { Expires = Today.AddDays(-1) });
        Refused("key-invalid", Issued(), "person:one", key => key with { Expires = Today.AddDays(367) });
        Enter(Issued(key => key with { Expires = Today.AddDays(366) }), "person:one");
        Refused("register-known", Issued(), "person:one");
    }

    [Test]
    public void A_key_is_good_through_its_last_day_and_not_once_it_is_revoked_or_its_holder_blocked()
    {
        Enter(new RoleGranted("system:licences", Role.Ingest), "person:one");
        Enter(Issued(), "person:one");
        var caller = Register.CallerOf(Made, Today.AddDays(30))!;
        Assert.That((caller.Actor, caller.Source, caller.Region), Is.EqualTo(("system:licences", "bureau", new RegionScope("3501"))));
        Assert.That(Register.CallerOf(Made, Today.AddDays(31)), Is.Null, "the first day out");
        Assert.That(Register.CallerOf(Made with { Secret = KeyText.New().Secret }, Today), Is.Null);
        Enter(new HolderBlocked("system:licences"), "person:one");
        Assert.That(Register.CallerOf(Made, Today), Is.Null, "blocked");
        Enter(new HolderUnblocked("system:licences"), "person:one");
        Assert.That(Register.CallerOf(Made, Today), Is.Not.Null);
        Enter(new RoleWithdrawn("system:licences", Role.Ingest), "person:one");
        Assert.That(Register.CallerOf(Made, Today), Is.Null, "it carries nothing");
        Enter(new RoleGranted("system:licences", Role.Ingest), "person:one");
        Enter(new KeyRevoked(Made.Id), "person:two");
        Assert.That(Register.CallerOf(Made, Today), Is.Null, "revoked");
        Refused("register-settled", new KeyConfirmed(Made.Id), "person:two");
    }

    [Test]
    public void A_key_of_an_author_is_good_once_a_second_admin_who_is_not_its_holder_confirms_it()
    {
        Enter(new RoleGranted("person:li", Role.Author), "person:one");
        Enter(new RoleConfirmed("person:li", Role.Author), "person:two");
        Enter(Issued(key => key with { Owner = "person:li", Roles = [Role.Author], Source = null }), "person:one");
        Assert.That(Register.CallerOf(Made, Today), Is.Null);
        Refused("second-person", new KeyConfirmed(Made.Id), "person:one");
        Refused("second-person", new KeyConfirmed(Made.Id), "person:li");
        Enter(new KeyConfirmed(Made.Id), "person:two");
        Assert.That(Register.CallerOf(Made, Today)!.Actor, Is.EqualTo("person:li"));
    }

    /// <summary>What the record keeps of each entry makes the same register again.</summary>
    [Test]
    public void Every_entry_is_read_back_from_its_act()
    {
        var entries = new RegisterEntry[]
        {
            new HolderAdded("a.b@c-d_1", false, "张三 \"甲\"", new RegionScope("3501")), new HolderAdded("s", true, "系统", RegionScope.All),
            new HolderBlocked("person:li"), new HolderUnblocked("person:li"), new RoleGranted("person:li", Role.Author),
            new RoleConfirmed("person:li", Role.Author), new RoleWithdrawn("person:li", Role.Author),
            Issued(), new KeyConfirmed(Made.Id), new KeyRevoked(Made.Id), new PasswordSet("person:li", true, "AQAAAA=="),
            new PasswordConfirmed("person:li"), new SignedIn("person:li", "0f", "password"), new SignInFailed("person:li", 4),
            new SignInFailed("person:li", 5), new SignedOut("person:li", "0f"), new SessionsEnded("person:li"),
            new IdentityBound("person:li", Known), new IdentityConfirmed("person:li", Known), new IdentityUnbound("person:li", Known),
            new ProtectionKeyAdded("protection:key-1", "<key/>"),
        };
        Assert.That(entries.Select(each => each.What), Is.EquivalentTo(RegisterEntryReader.Whats));
        foreach (var entry in entries)
        {
            var read = RegisterEntryReader.OfKept(new Act("person:one", entry.What, entry.Target) { Body = entry.Body(), Secret = entry.Secret });
            Assert.That((read.GetType(), read.Target, read.Body()), Is.EqualTo((entry.GetType(), entry.Target, entry.Body())));
        }
    }

    [TestCase("{\"what\":\"person-aded\",\"target\":\"person:x\"}", "value-unknown", "person-added")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"system:x\",\"name\":\"x\"}", "target-invalid", "person:")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:X y\",\"name\":\"x\"}", "target-invalid", "person:")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:x\",\"name\":\"\"}", "name-invalid", "100")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:x\",\"name\":\"a\\u200bb\"}", "name-invalid", "seen")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:x\"}", "property-missing", "name")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:x\",\"name\":\"x\",\"rgion\":\"35\"}", "unknown-property", "region")]
    [TestCase("{\"what\":\"person-added\",\"target\":\"person:x\",\"name\":\"x\",\"region\":\"35010\\u0660\"}", "region-invalid", "2, 4 or 6")]
    [TestCase("{\"what\":\"role-granted\",\"target\":\"person:x\",\"role\":\"viewr\"}", "value-unknown", "viewer")]
    [TestCase("{\"what\":\"key-issued\",\"owner\":\"person:x\",\"roles\":[\"viewer\"],\"expires\":\"soon\"}", "type-mismatch", "date")]
    [TestCase("{\"what\":\"key-issued\",\"owner\":\"person:x\",\"roles\":[\"viewer\"],\"expires\":\"2025-08-01\",\"hash\":\"0\"}", "unknown-property", "remove")]
    [TestCase("{\"what\":\"identity-bound\",\"target\":\"person:x\",\"issuer\":\"id.example.cn\",\"subject\":\"1\"}", "issuer-invalid", "https://")]
    [TestCase("{\"what\":\"identity-bound\",\"target\":\"person:x\",\"issuer\":\"https://id.example.cn\",\"subject\":\"\"}", "subject-invalid", "255")]
    [TestCase("{\"what\":\"signed-in\",\"target\":\"person:x\",\"session\":\"0\",\"how\":\"password\"}", "value-unknown", "")]
    [TestCase("{\"what\":\"key-revoked\"", "json-broken", "")]
    [TestCase("[]", "type-mismatch", "object")]
    public void What_is_asked_amiss_is_told_with_its_place(string asked, string name, string mend)
    {
        var flaws = new List<Flaw>();
        Assert.That(RegisterEntryReader.OfAsked(new SourceText("body", asked), Made, flaws), Is.Null);
        Assert.That((flaws[0].Name, flaws[0].Mend.En), Is.EqualTo((name, flaws[0].Mend.En)));
        Assert.That(flaws[0].Mend.En, Does.Contain(mend));
        Assert.That(flaws[0].Place.Line, Is.EqualTo(1));
    }

    [TestCase("3501", null, ExpectedResult = "3501")]
    [TestCase("3501", "35", ExpectedResult = "3501")]
    [TestCase("3501", "350102", ExpectedResult = "350102")]
    [TestCase("3501", "44", ExpectedResult = null)]
    [TestCase("", "44", ExpectedResult = "44")]
    [TestCase("", null, ExpectedResult = "")]
    public string? What_is_asked_of_regions_is_cut_to_the_scope(string scope, string? asked) =>
        new RegionScope(scope).Within(asked);

    [Test]
    public void A_scope_covers_what_begins_with_its_digits_and_an_unknown_region_only_where_it_is_all()
    {
        var scope = new RegionScope("3501");
        Assert.That((scope.Covers("350100"), scope.Covers("35"), scope.Covers("350"), scope.Covers((string?)null)),
            Is.EqualTo((true, false, false, false)));
        Assert.That(RegionScope.All.Covers((string?)null), Is.True);
    }

    private static KeyIssued Issued(Func<AccessKey, AccessKey>? with = null)
    {
        var key = new AccessKey(
            Made.Id, "system:licences", ImmutableSortedSet.Create(Role.Ingest), "bureau", new RegionScope("3501"),
            Today.AddDays(30), Made.Hash);
        return new KeyIssued(with?.Invoke(key) ?? key);
    }

    private void Refused(string code, KeyIssued entry, string by, Func<AccessKey, AccessKey> with) =>
        Refused(code, new KeyIssued(with(entry.Key)), by);
}
