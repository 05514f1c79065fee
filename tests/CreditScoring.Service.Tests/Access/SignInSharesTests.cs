using System.Net;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Access;

/// <summary>Who asks from one address alone keeps nobody else from signing in.</summary>
public class SignInSharesTests
{
    private static readonly IPAddress Near = IPAddress.Parse("10.0.0.1");

    [Test]
    public void One_address_has_its_share_and_others_have_theirs()
    {
        var shares = new SignInShares();
        var taken = Enumerable.Range(0, SignInShares.Most).Select(_ => shares.Take(Near)).ToList();
        Assert.That(() => shares.Take(Near), Throws.TypeOf<SignInBusy>());
        using (shares.Take(IPAddress.Parse("10.0.0.2")))
        {
            taken[0].Dispose();
            taken[0].Dispose();
            using (shares.Take(Near))
            {
                Assert.That(() => shares.Take(Near), Throws.TypeOf<SignInBusy>(), "what is given back twice is one place");
            }
        }
    }
}
