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

    MemberTrust(X509ExtendedTrustManager authority) {
        this.authority = authority;
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

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        authority.checkClientTrusted(chain, type, socket);
        checkMember(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        authority.checkServerTrusted(chain, type, socket);
        checkMember(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        authority.checkClientTrusted(chain, type, engine);
        checkMember(chain);
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
