using CreditScoring.Service.Redis.Connecting;

namespace CreditScoring.Service.Tests.Redis.Connecting;

public class RedisAddressTests
{
    [TestCase("127.0.0.1:6379", false, true)]
    [TestCase("localhost", false, true)]
    [TestCase("redis.bureau.example:6379", false, false)]
    [TestCase("127.0.0.1:6379,10.0.0.2:6379", false, false)]
    [TestCase("10.0.0.2:6379,password=secret", false, false)]
    [TestCase("10.0.0.2:6379,ssl=true", false, true)]
    [TestCase("10.0.0.2:6379", true, true)]
    [TestCase("", false, false)]
    [TestCase("127.0.0.1,colour=red", false, false)]
    public void Plain_connections_to_other_machines_are_refused_unless_allowed(string text, bool allow, bool taken)
    {
        var address = RedisAddress.Parse(text, allow, out var flaw);
        Assert.That(address is not null, Is.EqualTo(taken), flaw);
        Assert.That(flaw is null, Is.EqualTo(taken));
        Assert.That(flaw, Is.Null.Or.Not.Contain("secret"));
    }
}
