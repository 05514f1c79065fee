using CreditScoring.Documents;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Access;

/// <summary>What one admin alone cannot do: come as another one, vouch too early, leave nobody.</summary>
public class SecondAdminTests : RegisterTest
{
    [Test]
    public void One_admin_makes_no_other_one_who_would_confirm_what_he_gives()
    {
        Enter(new HolderAdded("puppet", false, "puppet", RegionScope.All), "person:one");
        Enter(new RoleGranted("person:puppet", Role.Admin), "person:one");
        Enter(KeyOf("person:puppet", "a0"), "person:one");
        Enter(new PasswordSet("person:puppet", true, "h"), "person:one");
        Enter(new PasswordSet("person:puppet", false, "h"), "person:puppet");
        Assert.That(Register.Holders["person:puppet"].Roles, Is.Empty);
        Refused("second-person", new RoleConfirmed("person:puppet", Role.Admin), "person:one");
        Refused("second-person", new KeyConfirmed("a0"), "person:one");
        Enter(new RoleConfirmed("person:puppet", Role.Admin), "person:two");
        Assert.That(Register.Holders["person:puppet"].Roles, Is.EqualTo(new[] { Role.Admin }), "control");
        Assert.That(Register.Keys["a0"].Counts, Is.False, "whoever made it has seen it");
        Assert.That(RolesIn("person:puppet", null), Is.Empty, "whoever gave it could have changed it");
    }

    [Test]
    public void Putting_the_other_admin_out_leaves_one_who_still_makes_no_other()
    {
        Enter(new HolderBlocked("person:two"), "person:one");
        Enter(new RoleGranted("person:li", Role.Admin), "person:one");
        Assert.That(Register.Holders["person:li"].Roles, Is.Empty);
        Enter(new RoleConfirmed("person:li", Role.Admin));
        Assert.That(Register.Holders["person:li"].Roles, Is.EqualTo(new[] { Role.Admin }), "at the machine");
    }

    [Test]
    public void One_admin_makes_no_way_in_to_come_as_another_admin()
    {
        Enter(KeyOf("person:two", "a0"));
        Assert.That(Register.Keys["a0"].Counts, "at the machine");
        Enter(KeyOf("person:two", "a1"), "person:one");
        Assert.That(Register.Keys["a1"].Counts, Is.False);
        Enter(KeyOf("person:two", "a2"), "person:two");
        Assert.That(Register.Keys["a2"].Counts, "his own: he has come in");
        Refused("second-person", new KeyConfirmed("a1"), "person:one");
        Enter(new KeyConfirmed("a1"), "person:two");
        Assert.That(Register.Keys["a1"].Counts, "whose it is agrees");

        Enter(new PasswordSet("person:two", true, "h"), "person:one");
        Enter(new PasswordSet("person:two", false, "h"), "person:two");
        Enter(new IdentityBound("person:two", Known), "person:one");
        foreach (var identity in new[] { null, $"{Known}" })
        {
            Assert.That(RolesIn("person:two", identity), Is.Empty);
        }

        Refused("second-person", new PasswordConfirmed("person:two"), "person:one");
        Refused("second-person", new IdentityConfirmed("person:two", Known), "person:one");
        Enter(new PasswordConfirmed("person:two"), "person:two");
        Enter(new IdentityConfirmed("person:two", Known), "person:two");
        foreach (var identity in new[] { null, $"{Known}" })
        {
            Assert.That(RolesIn("person:two", identity), Is.EqualTo(new[] { Role.Admin }));
        }
    }

    [Test]
    public void A_password_given_at_the_machine_needs_no_second_admin()
    {
        Enter(new PasswordSet("person:two", true, "h"));
        Assert.That(RolesIn("person:two", null), Is.Empty, "it must be changed first");
        Enter(new PasswordSet("person:two", false, "h"), "person:two");
        Assert.That(RolesIn("person:two", null), Is.EqualTo(new[] { Role.Admin }));
    }

    [Test]
    public void A_password_is_vouched_for_once_its_person_has_changed_it()
    {
        Enter(new PasswordSet("person:li", true, "h"), "person:one");
        Refused("password-initial", new PasswordConfirmed("person:li"), "person:two");
        Enter(new PasswordSet("person:li", false, "h2"), "person:li");
        Enter(new PasswordConfirmed("person:li"), "person:two");
    }

    [Test]
    public void The_last_admin_of_all_regions_is_the_last_one()
    {
        Enter(new HolderAdded("fujian", false, "fujian", new RegionScope("35")), "person:one");
        Enter(new RoleGranted("person:fujian", Role.Admin), "person:one");
        Enter(new RoleConfirmed("person:fujian", Role.Admin), "person:two");
        Enter(new HolderBlocked("person:two"), "person:one");
        Refused("last-admin", new HolderBlocked("person:one"), "person:one");
        Refused("last-admin", new RoleWithdrawn("person:one", Role.Admin), "person:fujian");
        Enter(new HolderBlocked("person:fujian"), "person:one");
    }

    [Test]
    public void An_own_password_is_not_set_while_wrong_ones_have_locked_the_account()
    {
        Enter(new PasswordSet("person:li", true, "h"), "person:one");
        var now = new DateTimeOffset(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);
        Register = Register with { At = now };
        Enter(new SignInFailed("person:li", 5) { Now = now }, "person:li");
        Refused(
            "signin-refused", new PasswordSet("person:li", false, "h2") { Now = now.AddSeconds(1) }, "person:li");
    }

    [TestCase("person:li\n")]
    [TestCase("person:li\r\n")]
    [TestCase("person:li ")]
    public void An_id_ends_with_a_letter_or_a_digit(string target)
    {
        var flaws = new List<Flaw>();
        var text = new System.Text.Json.Nodes.JsonObject { ["what"] = "person-added", ["target"] = target, ["name"] = "Li" };
        Assert.That(RegisterEntryReader.OfAsked(new SourceText("body", text.ToJsonString()), Made, flaws), Is.Null);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "target-invalid" }));
    }

    private static KeyIssued KeyOf(string owner, string id) => new(new AccessKey(
        id, owner, [Role.Admin], null, RegionScope.All, Today, Made.Hash));

    /// <summary>What a session carries that was begun by an identity, or (null) by password.</summary>
    private IReadOnlyList<Role> RolesIn(string target, string? identity)
    {
        var until = new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var session = new Session("0f", target, Register.Holders[target].Stamp, until) { Identity = identity };
        return Register.CallerOf(session, until.AddDays(-1))!.Roles;
    }
}
