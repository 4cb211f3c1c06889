package io.edog.peer.internal;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts whom the cluster's authority says to be a manager: a certificate of an agent, or a witness, is not enough. */
final class MemberTrust extends X509ExtendedTrustManager {
    private static final String UNIT = "OU";
    private static final String MEMBER = "member";

    private final X509ExtendedTrustManager authority;
    private final TrustNotices notices;

    MemberTrust(X509ExtendedTrustManager authority, TrustNotices notices) {
        this.authority = authority;
        this.notices = notices;
    }

    private static void checkMember(X509Certificate[] chain) throws CertificateException {
        String name = chain[0].getSubjectX500Principal().getName();
        try {
            boolean member = new LdapName(name)
                    .getRdns().stream()
                            .anyMatch(part -> part.getType().equalsIgnoreCase(UNIT)
                                    && part.getValue().equals(MEMBER));
            if (!member) {
                throw new CertificateException(name + " is no manager of this cluster");
            }
        } catch (InvalidNameException e) {
            throw new CertificateException(name + " is no name", e);
        }
    }

    private interface Check {
        void run() throws CertificateException;
    }

    /** Who is refused learns no reason; it is for the log here, without a name that a stranger may have made up. */
    private void checkCaller(String host, X509Certificate[] chain, Check check) throws CertificateException {
        String who = "the caller from " + host;
        try {
            check.run();
            checkMember(chain);
        } catch (CertificateException e) {
            notices.refused(who, "its certificate is refused: " + e.getMessage());
            throw e;
        }
        notices.trusted(who);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkCaller(
                socket.getInetAddress().getHostAddress(),
                chain,
                () -> authority.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        authority.checkServerTrusted(chain, type, socket);
        checkMember(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkCaller(engine.getPeerHost(), chain, () -> authority.checkClientTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        authority.checkServerTrusted(chain, type, engine);
        checkMember(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authority.checkClientTrusted(chain, type);
        checkMember(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        authority.checkServerTrusted(chain, type);
        checkMember(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authority.getAcceptedIssuers();
    }
}
